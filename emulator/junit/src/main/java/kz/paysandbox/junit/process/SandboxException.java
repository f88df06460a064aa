package kz.paysandbox.junit.process;

/** The sandbox could not be found, started or reached; the message says why and what to do. */
public final class SandboxException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** With what was wrong. */
    public SandboxException(String message) {
        super(message);
    }

    /** With what was wrong, and why. */
    public SandboxException(String message, Throwable cause) {
        super(message, cause);
    }
}
