package kz.paysandbox.gateway.boot;

/**
 * Where the gateway listens.
 *
 * @param host a name or an address
 * @param port from 0 to 65535; 0 is chosen by the system
 */
public record ListenAddress(String host, int port) {
    private static final int HIGHEST_PORT = 65_535;

    /**
     * Reads {@code HOST:PORT}; an IPv6 address stands in brackets.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static ListenAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String host = colon < 0 ? "" : text.substring(0, colon);
        String bare = host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
        int port = colon < 0 ? -1 : port(text.substring(colon + 1));
        if (bare.isEmpty() || port < 0 || port > HIGHEST_PORT || (bare.contains(":") && bare.equals(host))) {
            throw new IllegalArgumentException("HOST:PORT is needed, such as 127.0.0.1:8550, not '" + text + "'");
        }
        return new ListenAddress(bare, port);
    }

    private static int port(String text) {
        return text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : -1;
    }

    /** Whether only programs of this machine reach it. */
    public boolean loopback() {
        return host.equals("localhost") || host.equals("::1") || host.startsWith("127.");
    }
}
