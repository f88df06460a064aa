package kz.paysandbox.junit;

import kz.paysandbox.junit.json.Json;

/** The control surface refused; the message says why and what to do. */
public final class SandboxRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String problem;

    SandboxRefusal(int status, String detail, String problem) {
        super(detail);
        this.status = status;
        this.problem = problem;
    }

    /** The HTTP status it answered with. */
    public int status() {
        return status;
    }

    /** What it answered: {@code application/problem+json}. */
    public String problem() {
        return problem;
    }

    Json json() {
        return Json.parse(problem);
    }
}
