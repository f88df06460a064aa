package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;

/** What a shop of Halyk ePay does for each order: a token, a payment by a saved card, its status. Three requests. */
final class CardFlow {

    static final int REQUESTS = 3;

    private static final String TERMINAL = "67e34d63-102f-4bd1-898e-370781d0074d";
    private static final String TOKEN_REQUEST = "grant_type=client_credentials&scope=payment&client_id=test"
            + "&client_secret=yF587AV9Ms94qN2QShFzVR3vFnWkhjbAK3sG&currency=KZT&amount=100&terminal=" + TERMINAL
            + "&invoiceID=";
    private static final String FORM = "Content-Type: application/x-www-form-urlencoded\r\n";
    private static final Pattern TOKEN = Pattern.compile("\"access_token\":\"([^\"]+)\"");
    private static final Pattern CARD = Pattern.compile("\"cardID\":\"([^\"]+)\"");

    private final AtomicLong invoices = new AtomicLong(1_000_000);
    private final String card;

    private CardFlow(String card) {
        this.card = card;
    }

    /** For what answers the same to everything. */
    static CardFlow atBareServer() {
        return new CardFlow("a-card");
    }

    /** Has a card saved first. */
    static CardFlow atSandbox(Client.Connection connection) throws IOException, GeneralSecurityException {
        String pem = connection.call("GET", "/public.rsa", "", "").replaceAll("-----[A-Z ]+-----", "");
        Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                KeyFactory.getInstance("RSA")
                        .generatePublic(
                                new X509EncodedKeySpec(Base64.getMimeDecoder().decode(pem))));
        byte[] face = ("{\"hpan\":\"4405639704015096\",\"expDate\":\"0127\",\"cvc\":\"321\",\"terminalId\":\""
                        + TERMINAL + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        String order = order(
                "999999",
                "\"cardSave\":true,\"cryptogram\":\"" + Base64.getEncoder().encodeToString(cipher.doFinal(face))
                        + "\"");
        String paid = connection.call("POST", "/payment/cryptopay", bearer(token(connection, "999999")), order);
        return new CardFlow(found(CARD, paid));
    }

    void order(Client.Connection connection) throws IOException {
        String invoice = String.valueOf(invoices.incrementAndGet());
        String bearer = bearer(token(connection, invoice));
        String paid = connection.call(
                "POST", "/payments/cards/auth", bearer, order(invoice, "\"cardId\":{\"id\":\"" + card + "\"}"));
        String status = connection.call("GET", "/check-status/payment/transaction/" + invoice, bearer, "");
        if (!paid.contains("\"id\"") || !status.contains("CHARGE")) {
            throw new IOException("not paid: " + paid + status);
        }
    }

    private static String token(Client.Connection connection, String invoice) throws IOException {
        return found(TOKEN, connection.call("POST", "/oauth2/token", FORM, TOKEN_REQUEST + invoice));
    }

    private static String order(String invoice, String card) {
        return "{\"amount\":100,\"currency\":\"KZT\",\"terminalId\":\"" + TERMINAL + "\",\"invoiceId\":\"" + invoice
                + "\",\"name\":\"AIBEK SANDBOX\",\"description\":\"bench\",\"accountId\":\"bench\"," + card + "}";
    }

    private static String bearer(String token) {
        return "Authorization: Bearer " + token + "\r\nContent-Type: application/json\r\n";
    }

    private static String found(Pattern pattern, String answer) throws IOException {
        Matcher matcher = pattern.matcher(answer);
        if (!matcher.find()) {
            throw new IOException("no " + pattern + " in " + answer);
        }
        return matcher.group(1);
    }
}
