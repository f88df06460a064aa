package kz.paysandbox.emulator.http.server;

/** A listener's port is taken, or may not be bound. */
public final class PortInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    public PortInUse(String listener, String host, int port, Throwable cause) {
        super(
                "port " + port + " on " + host + " for " + listener
                        + " cannot be bound; end what holds it, or choose another with --port " + listener
                        + "=N (0 = any free one)",
                cause);
        reason = String.valueOf(cause.getMessage());
    }

    /** What the operating system says. */
    public String reason() {
        return reason;
    }
}
