package kz.paysandbox.certs.store;

/** {@code registry.json} cannot be understood. */
public final class RegistryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    public RegistryException(String problem) {
        super(problem);
        this.problem = problem;
    }

    public RegistryException(String problem, Throwable cause) {
        super(problem, cause);
        this.problem = problem;
    }

    /** What is wrong with it. */
    public String problem() {
        return problem;
    }
}
