package kz.paysandbox.emulator.http.tls;

/** A certificate or key file cannot be used; the message names the file and what to do. */
public final class KeyMaterialException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public KeyMaterialException(String message) {
        super(message);
    }

    public KeyMaterialException(String message, Throwable cause) {
        super(message, cause);
    }
}
