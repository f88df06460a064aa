package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A whole scenario: what its text may hold. */
public final class ScenarioShape {

    private static final int MOST_STEPS = 200;
    private static final int MOST_FAULTS = 100;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    private ScenarioShape() {}

    /** The table where the banks have these names; where there are none, the name of any bank will do. */
    static Table table(List<String> banks) {
        return new Table()
                .required("name", Scalar.pattern("1 to 64 of a-z, 0-9 and -", "[a-z0-9][a-z0-9-]{0,63}"), "Its name")
                .required("bank", bank(banks), "Whose calls it is about")
                .required(
                        "title",
                        new Table()
                                .required("en", Scalar.text(120), "In English")
                                .required("ru", Scalar.text(120), "In Russian"),
                        "What goes wrong, in one line")
                .required("correct", Scalar.text(600), "What a correct integration does")
                .optional("start", start(), "What the world is like at the start")
                .optional("faults", new Listing(new FaultShape(), MOST_FAULTS), "What goes wrong from the start")
                .optional("timeline", new Listing(new StepShape(), MOST_STEPS), "What happens later");
    }

    private static Scalar bank(List<String> banks) {
        return banks.isEmpty()
                ? Scalar.pattern("a bank's name, or any", "[a-z][a-z0-9-]{0,31}")
                : Scalar.choice(Stream.concat(banks.stream(), Stream.of("any")).toArray(String[]::new));
    }

    /** The JSON Schema of scenario files about these banks. */
    public static Map<String, Object> schema(List<String> banks) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A scenario of the payment sandbox");
        schema.putAll(table(banks).schema());
        return schema;
    }

    private static Table start() {
        return new Table()
                .optional("clock", Scalar.instant(), "The world starts anew, its clock standing at this instant")
                .optional(
                        "seed",
                        Scalar.whole(Long.MIN_VALUE / 16, Long.MAX_VALUE / 16),
                        "The world starts anew with this seed")
                .optional("ahead", Scalar.duration(Duration.ofDays(30)), "The world's clock goes this far ahead")
                .optional("customer", customer(), "The automatic customer")
                .optional("callbacks", callbacks(), "How callbacks are delivered");
    }

    static Table customer() {
        return new Table()
                .required("mode", Scalar.choice("manual", "pays", "declines", "ignores"), "What the customer does")
                .optional("scanAfter", Scalar.duration(LONGEST_WAIT), "From the creation to the scan")
                .optional("confirmAfter", Scalar.duration(LONGEST_WAIT), "From the scan to the decision");
    }

    static Table callbacks() {
        Scalar gap = Scalar.duration(Duration.ofDays(30));
        return new Table()
                .optional("delay", gap, "From the event to the first delivery")
                .optional("duplicates", Scalar.whole(0, 10), "How many more times the first delivery is made")
                .optional("order", Scalar.choice("in-order", "reversed"), "Which of several that wait goes first")
                .optional("beforeResponse", Scalar.flag(), "Whether it ends before the call that caused it is answered")
                .optional("retries", new Listing(gap, 20), "Gaps after the previous attempt");
    }
}
