package kz.paysandbox.emulator.client;

/** The control surface refused; the message says why and what to do. */
public final class SandboxRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;

    public SandboxRefusal(int status, String detail) {
        super(detail);
        this.status = status;
    }

    /** The HTTP status it answered with. */
    public int status() {
        return status;
    }
}
