package kz.paysandbox.certs;

import java.nio.file.Path;

/** The PKI folder cannot do what was asked; the message is one line that names the file and what to do. */
public final class PkiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Whose fault it is, for callers that turn it into an exit code. */
    public enum Kind {
        /** A file of the PKI is missing, damaged or does not fit the others. */
        BAD_MATERIAL,
        /** The folder is sound, but the request does not fit what is in it. */
        REFUSED,
        /** Reading or writing failed. */
        IO
    }

    private final Kind kind;

    PkiException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    PkiException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    static PkiException missing(Path file, String remedy) {
        return new PkiException(Kind.BAD_MATERIAL, file + " is missing: " + remedy);
    }

    static PkiException unusable(Path file, String problem, String remedy, Throwable cause) {
        return new PkiException(Kind.BAD_MATERIAL, file + ": " + problem + "; " + remedy, cause);
    }

    static PkiException refused(String message) {
        return new PkiException(Kind.REFUSED, message);
    }
}
