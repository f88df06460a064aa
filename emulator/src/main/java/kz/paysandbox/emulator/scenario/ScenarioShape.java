package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.input.CustomerShape;
import kz.paysandbox.emulator.input.FaultShape;
import kz.paysandbox.emulator.input.PolicyShape;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Sequence;
import kz.paysandbox.emulator.input.Table;

/** A whole scenario: what its text may hold. */
public final class ScenarioShape {

    private static final int MOST_STEPS = 200;
    private static final int MOST_FAULTS = 100;

    private ScenarioShape() {}

    /** What a scenario's text may hold, its faults held against the banks. */
    static Table table(BankFacts rules) {
        FaultShape fault = new FaultShape(rules.codes(), true, rules::refusalOf);
        return new Table()
                .required("name", Scalar.pattern("1 to 64 of a-z, 0-9 and -", "[a-z0-9][a-z0-9-]{0,63}"), "Its name")
                .required("bank", bank(rules.banks()), "Whose calls it is about")
                .required(
                        "title",
                        new Table()
                                .required("en", Scalar.text(120), "In English")
                                .required("ru", Scalar.text(120), "In Russian"),
                        "What goes wrong, in one line")
                .required("correct", Scalar.text(600), "What a correct integration does")
                .optional("start", start(), "What the world is like at the start")
                .optional("faults", new Sequence(fault, MOST_FAULTS), "What goes wrong from the start")
                .optional(
                        "timeline",
                        new Sequence(new StepShape(fault, rules.switches()), MOST_STEPS),
                        "What happens later");
    }

    private static Scalar bank(List<String> banks) {
        return Scalar.choice(Stream.concat(banks.stream(), Stream.of("any")).toList());
    }

    /** The JSON Schema of scenario files, for banks of which this is known. */
    public static Map<String, Object> schema(BankFacts rules) {
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("title", "A scenario of the payment sandbox");
        schema.putAll(table(rules).schema());
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
                .optional("customer", CustomerShape.table(true), "The automatic customer")
                .optional("callbacks", PolicyShape.table(), "How callbacks are delivered");
    }
}
