package kz.paysandbox.features.run;

import java.util.Set;

/**
 * What came of a scenario.
 *
 * @param where feature and line
 * @param reason why it failed or was skipped, without secrets; empty where it passed
 */
public record Result(
        String where, String name, Set<String> tags, Verdict verdict, String reason, ScenarioDetails details) {

    /** A scenario either holds, or not, or could not be tried here. */
    public enum Verdict {
        PASSED,
        FAILED,
        SKIPPED
    }

    public Result {
        tags = Set.copyOf(tags);
    }

    public boolean failed() {
        return verdict == Verdict.FAILED;
    }
}
