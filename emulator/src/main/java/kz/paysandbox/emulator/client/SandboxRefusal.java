package kz.paysandbox.emulator.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** The control surface refused; the message says why and what to do. */
public final class SandboxRefusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final transient JsonNode problem;

    /** A refusal without a problem document. */
    public SandboxRefusal(int status, String detail) {
        this(status, detail, MissingNode.getInstance());
    }

    /**
     * A refusal.
     *
     * @param problem the whole problem document
     */
    public SandboxRefusal(int status, String detail, JsonNode problem) {
        super(detail);
        this.status = status;
        this.problem = problem;
    }

    /** The HTTP status it answered with. */
    public int status() {
        return status;
    }

    /** What it answered; a missing node where that was no JSON. */
    public JsonNode problem() {
        return problem;
    }
}
