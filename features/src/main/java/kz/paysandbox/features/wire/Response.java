package kz.paysandbox.features.wire;

/**
 * What came back, or why nothing did.
 *
 * @param location where a redirect leads; empty without one
 */
public record Response(Kind kind, int status, String body, String location) {

    /** How far the exchange got. */
    public enum Kind {
        /** A whole HTTP answer. */
        ANSWERED,
        /** No connection, the handshake included: the request was not sent. */
        NOT_CONNECTED,
        /** Sent, and then nothing, or not all of it. */
        LOST
    }

    public static Response answered(int status, String body) {
        return answered(status, body, "");
    }

    public static Response answered(int status, String body, String location) {
        return new Response(Kind.ANSWERED, status, body, location);
    }

    public static Response nothing(Kind kind, String why) {
        return new Response(kind, 0, why, "");
    }

    public Response withBody(String other) {
        return new Response(kind, status, other, location);
    }
}
