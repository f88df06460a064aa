package kz.paysandbox.emulator.epay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import javax.crypto.Cipher;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import kz.paysandbox.emulator.epay.domain.codes.ReasonCodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be wrong with a cryptogram: the bank's answer stays, and the developer hears of the mistake by name. */
class CryptogramMistakesIT extends WatchedShop {

    private static final String PKCS1 = "RSA/ECB/PKCS1Padding";
    private static final String CARD =
            "{\"hpan\":\"4405639704015096\",\"expDate\":\"0127\",\"cvc\":\"321\",\"terminalId\":\""
                    + EpaySandbox.TERMINAL + "\"}";

    @Test
    void not_base64() throws GeneralSecurityException {
        told("4405{}", 1565, "not base64: it has characters that base64 does not");
        String url = Base64.getUrlEncoder().encodeToString(encrypted(PKCS1, ours(), CARD.getBytes(UTF_8)));
        told(url.contains("-") || url.contains("_") ? url : "-_" + url, 1565, "base64url");
    }

    @Test
    void another_length() {
        told(
                Base64.getEncoder().encodeToString(new byte[256]),
                1565,
                "has 256 bytes, and the key of /public.rsa makes 512");
    }

    @Test
    void another_key() throws GeneralSecurityException {
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(4096);
        told(
                base64(PKCS1, keys.generateKeyPair().getPublic(), CARD.getBytes(UTF_8)),
                1565,
                "made with another key than that of /public.rsa");
    }

    @Test
    void another_padding() throws GeneralSecurityException {
        told(base64("RSA/ECB/OAEPWithSHA-1AndMGF1Padding", ours(), CARD.getBytes(UTF_8)), 1565, "padding is OAEP");
        told(base64("RSA/ECB/OAEPWithSHA-256AndMGF1Padding", ours(), CARD.getBytes(UTF_8)), 1565, "padding is OAEP");
        told(base64("RSA/ECB/NoPadding", ours(), CARD.getBytes(UTF_8)), 1565, "has no padding");
    }

    /** With this seed the block begins as one of PKCS#1 v1.5 does, 00 02 and eight bytes that are not 0. */
    @Test
    void another_padding_that_looks_like_the_banks() throws GeneralSecurityException {
        Random seeded = new Random(14);
        SecureRandom random = new SecureRandom() {
            private static final long serialVersionUID = 1L;

            @Override
            public void nextBytes(byte[] bytes) {
                seeded.nextBytes(bytes);
            }
        };
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        cipher.init(Cipher.ENCRYPT_MODE, ours(), random);
        told(Base64.getEncoder().encodeToString(cipher.doFinal(CARD.getBytes(UTF_8))), 1565, "padding is OAEP");
    }

    @Test
    void another_encoding_and_no_json() throws GeneralSecurityException {
        told(
                base64(PKCS1, ours(), "{\"hpan\":\"Айбек\"}".getBytes(Charset.forName("windows-1251"))),
                1565,
                "holds text that is not UTF-8");
        told(
                base64(PKCS1, ours(), "{\"hpan\":\"4405639704015096\",}".getBytes(UTF_8)),
                1565,
                "holds no JSON object: it is no JSON at line 1, column 28");
        told(base64(PKCS1, ours(), "4405639704015096;0127".getBytes(UTF_8)), 1565, "holds no JSON object");
    }

    @ParameterizedTest
    @CsvSource({
        "hpan, '', 471, the cryptogram holds no hpan",
        "hpan, 4405-6397, 471, hpan has other characters than digits and spaces",
        "hpan, 4405639704, 471, hpan has 10 digits; a card number has 12 to 19",
        "hpan, 4405639704015097, 471, hpan has a wrong check digit (Luhn)",
        "expDate, '', 457, the cryptogram holds no expDate",
        "expDate, 2701, 457, expDate is not MMYY with a month from 01 to 12",
        "expDate, 0120, 457, expDate is past by the world's clock",
        "cvc, '', 486, the cryptogram holds no cvc",
        "cvc, abc, 486, cvc is not 1 to 4 digits",
        "cvc, 999, 486, cvc or expDate is not this test card's",
        "terminalId, '', 464, the cryptogram holds no terminalId",
        "terminalId, 2b7c1a90-5d3e-4f86-9a41-6c0e8d52f713, 464, made for another client's terminalId",
        "terminalId, 00000000-0000-0000-0000-000000000000, 464, made for a terminalId that no client has"
    })
    void a_field_that_is_missing_or_wrong(String field, String value, int code, String words)
            throws GeneralSecurityException {
        Map<String, Object> card = new LinkedHashMap<>(
                Map.of("hpan", CardOrders.GOOD, "expDate", "0127", "cvc", "321", "terminalId", EpaySandbox.TERMINAL));
        card.put(field, value);
        if (value.isEmpty()) {
            card.remove(field);
        }
        told(base64(PKCS1, ours(), EpaySandbox.json(card).getBytes(UTF_8)), code, words);
    }

    @Test
    void credentials_in_the_header() {
        Answer answer = sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.base() + "/oauth2/token"))
                .header("Authorization", "Basic dGVzdDpzZWNyZXQ=")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials&scope=payment")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("error_description")).isEqualTo("client_id is missing");
        assertThat(reason(answer)).contains("came in the header Authorization: Basic");
    }

    @Test
    void a_body_that_is_no_json() {
        Answer answer = sandbox.post(
                sandbox.base() + "/payment/cryptopay",
                sandbox.invoiceToken("100001", "100"),
                "application/json",
                "{\"amount\": 100,\n \"currency\": }");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(reason(answer)).contains("line 2, column 14: unexpected '}'");
    }

    private void told(String cryptogram, int code, String words) {
        Answer answer = pay("100001", Map.of("cryptogram", cryptogram));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asInt()).isEqualTo(code);
        assertThat(answer.text("message")).isEqualTo(ReasonCodes.text(code).orElseThrow());
        assertThat(reason(answer)).contains(words).doesNotContain("4405");
        assertThat(sandbox.get(sandbox.control("/requests"), "x").body()).contains(words);
    }

    private static String reason(Answer answer) {
        return answer.raw().headers().firstValue("X-Sandbox-Reason").orElse("");
    }

    private PublicKey ours() throws GeneralSecurityException {
        String pem = sandbox.get(sandbox.base() + "/public.rsa", "none").body();
        byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der));
    }

    private static String base64(String cipher, PublicKey key, byte[] text) throws GeneralSecurityException {
        return Base64.getEncoder().encodeToString(encrypted(cipher, key, text));
    }

    private static byte[] encrypted(String name, PublicKey key, byte[] text) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(name);
        cipher.init(Cipher.ENCRYPT_MODE, key);
        return cipher.doFinal(text);
    }
}
