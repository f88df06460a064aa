package kz.paysandbox.certs.x509;

/** Text or bytes that were meant to be a certificate, key or request cannot be used. */
public final class BadMaterialException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    public BadMaterialException(String problem) {
        super(problem);
        this.problem = problem;
    }

    public BadMaterialException(String problem, Throwable cause) {
        super(problem, cause);
        this.problem = problem;
    }

    /** What is wrong, in words that never quote the material itself. */
    public String problem() {
        return problem;
    }
}
