package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** A fault as {@code POST /faults} takes it, but that a scenario must say which calls it means. */
final class FaultShape implements Shape {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Table table = table();

    @Override
    public Object read(Node node, Problems problems) {
        int before = problems.count();
        Map<String, Object> fault = table.read(node, problems);
        if (problems.count() == before) {
            problems.refusalOf(fault).ifPresent(refusal -> problems.at(node, refusal));
        }
        return fault;
    }

    @Override
    public Map<String, Object> schema() {
        return table.schema();
    }

    private static Table table() {
        return new Table()
                .optional("name", Scalar.text(100), "For people, and for clearFaults")
                .required("when", when(), "Which calls it meets: at least an endpoint")
                .required("then", then(), "What happens to them: at least one effect")
                .optional("times", Scalar.whole(1, 1_000_000), "How often it happens; always where it is not given");
    }

    private static Table when() {
        return new Table()
                .required("endpoint", Scalar.text(100), "A row id, or a pattern such as `r3 *`; `*` for every call")
                .optional("bin", Scalar.text(20), "The organisation")
                .optional("deviceToken", Scalar.text(100), "The device")
                .optional("amount", Scalar.decimal("0", "100000000"), "Tenge, compared as a number")
                .optional("phone", Scalar.text(20), "The customer's")
                .optional("header", new Texts(10), "Header fields and the values they must have")
                .optional("certificate", Scalar.text(64), "The client certificate's name; for refused handshakes only")
                .optional("nth", Scalar.whole(1, 1_000_000), "Which of the matching calls, from 1")
                .optional("share", Scalar.decimal("0", "1"), "How many of them, drawn from the seed");
    }

    private static Shape then() {
        Table effects = new Table()
                .optional(
                        "statusCode",
                        Scalar.whole(-9_999_999_999L, 9_999_999_999L),
                        "Of banks that answer with StatusCodes; not applied")
                .optional("http", Scalar.whole(200, 599), "An HTTP status with an empty body; not applied")
                .optional(
                        "reasonCode",
                        Scalar.whole(-999_999_999L, 999_999_999L),
                        "Of banks that answer with reason codes; not applied")
                .optional("delay", Scalar.duration(LONGEST), "Real time, before anything else")
                .optional("drop", Scalar.choice("before", "after"), "Closed without a word, before or after applying")
                .optional("reset", Scalar.flag(), "Applied, then reset in the middle of the answer")
                .optional(
                        "body", Scalar.choice("truncated", "malformed", "empty", "html"), "Applied, the answer spoilt")
                .optional("replace", new Texts(10), "Applied, members of the answer replaced: name and new value")
                .optional(
                        "slow",
                        new Table().required("bytesPerSecond", Scalar.whole(1, 1_000_000), "How slowly"),
                        "Applied, the answer drips")
                .optional("handshake", Scalar.choice("refuse"), "Connections are refused");
        return new NotEmpty(effects, "`then` must say what happens, as http: 503");
    }
}
