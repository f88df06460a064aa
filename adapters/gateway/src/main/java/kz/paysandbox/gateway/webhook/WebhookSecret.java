package kz.paysandbox.gateway.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What signs messages to a shop: {@code whsec_} and 24 to 64 bytes in Base64 (Standard Webhooks). */
public final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";
    private static final int LEAST = 24;
    private static final int MOST = 64;
    private static final int USUAL = 32;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    /** A new secret of 32 bytes, to be given to the shop. */
    public static String make(SecureRandom random) {
        byte[] bytes = new byte[USUAL];
        random.nextBytes(bytes);
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    /**
     * Reads a secret.
     *
     * @throws IllegalArgumentException when it is none; the message does not quote it
     */
    public static WebhookSecret of(String text) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : "!");
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("a webhook's secret is " + PREFIX + " and Base64");
        }
        if (key.length < LEAST || key.length > MOST) {
            throw new IllegalArgumentException("a webhook's secret has " + LEAST + " to " + MOST + " bytes");
        }
        return new WebhookSecret(key);
    }

    /**
     * A signature of a message.
     *
     * @param id {@code webhook-id}
     * @param timestamp {@code webhook-timestamp}, seconds since 1970
     * @return {@code v1,} and Base64
     */
    public String signature(String id, long timestamp, String body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            byte[] signed = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of Java", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
