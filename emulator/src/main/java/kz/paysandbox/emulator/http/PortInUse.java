package kz.paysandbox.emulator.http;

/** A listener's port is taken, or may not be bound. */
public final class PortInUse extends RuntimeException {

    private static final long serialVersionUID = 1;

    public PortInUse(Listener listener, Throwable cause) {
        super(
                "port " + listener.port() + " on " + listener.host() + " for " + listener.name()
                        + " cannot be bound; end what holds it, or choose another with --port " + listener.name()
                        + "=N (0 = any free one)",
                cause);
    }
}
