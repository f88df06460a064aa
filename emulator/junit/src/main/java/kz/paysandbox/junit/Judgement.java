package kz.paysandbox.junit;

import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** What is said of a test at its end: it failed, or it should have. */
record Judgement(Optional<String> report, Optional<String> complaint) {

    static Judgement of(SandboxWorld world, Class<?> annotation, SandboxOptions options, ExtensionContext context) {
        Optional<Throwable> failure = context.getExecutionException();
        Optional<String> complaint = failure.isPresent() ? Optional.empty() : Verdict.of(world, options);
        return failure.isPresent() || complaint.isPresent()
                ? new Judgement(
                        Optional.of(FailureReport.of(world, annotation, context.getDisplayName(), failure)), complaint)
                : new Judgement(Optional.empty(), Optional.empty());
    }

    /**
     * Prints the report, if there is one.
     *
     * @throws AssertionError where a test that passed must fail
     */
    void pass() {
        report.ifPresent(System.err::println);
        complaint.ifPresent(text -> {
            throw new AssertionError(text);
        });
    }
}
