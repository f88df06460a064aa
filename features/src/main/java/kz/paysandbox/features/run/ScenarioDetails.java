package kz.paysandbox.features.run;

import java.time.Duration;
import java.util.List;
import kz.paysandbox.features.wire.Exchange;

/**
 * How a scenario went.
 *
 * @param feature the title of its feature
 * @param bank the title of the bank whose sentences it has; empty where it has none of one bank
 * @param steps in their order, those of the background first
 * @param exchanges with the bank, without secrets; of failed scenarios alone
 */
public record ScenarioDetails(String feature, String bank, Duration took, List<Step> steps, List<Exchange> exchanges) {

    /** Of a scenario that was not run here. */
    public static final ScenarioDetails NONE = new ScenarioDetails("", "", Duration.ZERO, List.of(), List.of());

    public ScenarioDetails {
        steps = List.copyOf(steps);
        exchanges = List.copyOf(exchanges);
    }

    /**
     * A sentence with its keyword, as the scenario has them.
     *
     * @param outcome Cucumber's word in lower case, such as {@code passed}, {@code undefined} or {@code skipped}
     */
    public record Step(String keyword, String text, String outcome) {}
}
