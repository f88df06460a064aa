package kz.paysandbox.junit;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Cipher;
import kz.paysandbox.junit.json.Json;
import kz.paysandbox.junit.json.JsonText;

/** An order that is paid by a card whose issuer asks for 3-D Secure. */
record CardOrder(SandboxWorld world, String invoice) {

    private static final Map<String, String> CARD = Map.of("hpan", "4405640000003000", "expDate", "1235", "cvc", "300");

    /** Sends the payment; its id. */
    String pay() throws IOException, InterruptedException, GeneralSecurityException {
        EpayShop shop = world.epay();
        String order = JsonText.of(Map.of(
                "amount",
                100,
                "currency",
                "KZT",
                "name",
                "AIBEK SANDBOX",
                "cryptogram",
                cryptogram(shop),
                "invoiceId",
                invoice,
                "description",
                "order " + invoice,
                "postLink",
                "https://shop.example/told",
                "failurePostLink",
                "https://shop.example/told"));
        return call(HttpRequest.newBuilder(URI.create(shop.apiUrl() + "/payment/cryptopay"))
                        .header("Authorization", "Bearer " + token(shop))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(order)))
                .at("id")
                .text();
    }

    private String token(EpayShop shop) throws IOException, InterruptedException {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "grant_type",
                "client_credentials",
                "scope",
                "payment",
                "client_id",
                shop.clientId(),
                "client_secret",
                shop.clientSecret(),
                "terminal",
                shop.terminal(),
                "invoiceID",
                invoice,
                "amount",
                "100",
                "currency",
                "KZT"));
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return call(HttpRequest.newBuilder(URI.create(shop.oauthUrl() + "/oauth2/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)))
                .at("access_token")
                .text();
    }

    private String cryptogram(EpayShop shop) throws IOException, InterruptedException, GeneralSecurityException {
        Map<String, String> card = new TreeMap<>(CARD);
        card.put("terminalId", shop.terminal());
        String pem = Calls.get(world, shop.apiUrl() + "/public.rsa").replaceAll("-----[A-Z ]+-----", "");
        X509EncodedKeySpec key = new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem));
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, KeyFactory.getInstance("RSA").generatePublic(key));
        byte[] text = JsonText.of(card).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(cipher.doFinal(text));
    }

    private Json call(HttpRequest.Builder request) throws IOException, InterruptedException {
        return Json.parse(world.httpClient()
                .send(request.build(), BodyHandlers.ofString())
                .body());
    }
}
