package kz.paysandbox.gateway.webhook;

/** Sends one message to one address. */
@FunctionalInterface
public interface WebhookClient {
    /**
     * Sends a message.
     *
     * @param url where to
     * @param signed its headers and body
     */
    Delivery send(String url, SignedMessage signed);

    /**
     * A message as it goes out.
     *
     * @param id {@code webhook-id}
     * @param timestamp {@code webhook-timestamp}, seconds since 1970
     * @param signatures {@code webhook-signature}: one or two, with a space in between
     * @param body JSON
     */
    record SignedMessage(String id, long timestamp, String signatures, String body) {}
}
