package kz.paysandbox.emulator.store;

/** Kept worlds cannot be opened, read or written; the message says what to do. */
public final class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, Throwable cause) {
        super(message, cause);
    }
}
