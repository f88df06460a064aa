package kz.paysandbox.junit;

import java.util.List;

/** The application did not ask what a test wanted it to ask; says which requests came nearest, and in what they differ. */
public final class NotVerified extends AssertionError {

    private static final long serialVersionUID = 1;

    private final List<String> nearest;

    NotVerified(String detail, List<String> nearest) {
        super(nearest.isEmpty() ? detail : detail + "; nearest misses:\n  " + String.join("\n  ", nearest));
        this.nearest = List.copyOf(nearest);
    }

    /** One line for each, most similar first. */
    public List<String> nearest() {
        return nearest;
    }
}
