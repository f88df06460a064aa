package kz.paysandbox.features.steps;

import org.opentest4j.TestAbortedException;

/** Leaves a scenario that cannot be tried here. */
public final class Skip {

    private Skip() {}

    /** To be thrown; without a stack, so that reports show the reason alone. */
    public static TestAbortedException because(String reason) {
        TestAbortedException skipped = new TestAbortedException(reason);
        skipped.setStackTrace(new StackTraceElement[0]);
        return skipped;
    }
}
