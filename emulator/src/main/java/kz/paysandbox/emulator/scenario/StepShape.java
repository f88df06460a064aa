package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.nodes.Node;

/** A step of the timeline: its time, one act, and what goes with that act. */
final class StepShape implements Shape {

    private static final Duration LONGEST = Duration.ofDays(30);

    private static final Map<ActKind, List<String>> SWITCHES = Map.of(
            ActKind.ORGANIZATION,
            List.of("active", "paymentMethods", "behaviorOptions", "allowedAddresses", "partialRefunds"),
            ActKind.TRADE_POINT,
            List.of("active", "qrPayments", "removed"),
            ActKind.DEVICE,
            List.of("active"));

    private final Table table = table();

    @Override
    public Object read(Node node, Problems problems) {
        Map<String, Object> values = table.read(node, problems);
        List<ActKind> acts = values.keySet().stream()
                .flatMap(key -> ActKind.of(key).stream())
                .toList();
        if (acts.size() != 1) {
            if (problems.isEmpty()) {
                problems.at(node, "a step does exactly one thing of " + keys());
            }
            return values;
        }
        check(acts.get(0), values, node, problems);
        return values;
    }

    private static void check(ActKind act, Map<String, Object> values, Node node, Problems problems) {
        values.keySet().stream()
                .filter(key -> !key.equals("at") && !key.equals(act.key()))
                .filter(key -> !act.companion().equals(key))
                .forEach(key -> problems.at(node, "`" + key + "` does not go with `" + act.key() + "`"));
        List<String> switches = SWITCHES.getOrDefault(act, List.of());
        if (!switches.isEmpty() || act == ActKind.REFUND) {
            if (!values.containsKey(act.companion())) {
                problems.at(node, "`" + act.key() + "` needs `" + act.companion() + "` beside it");
            }
        }
        if (values.get("set") instanceof Map<?, ?> set) {
            set.keySet().stream()
                    .filter(key -> !switches.contains(String.valueOf(key)))
                    .forEach(key -> problems.at(
                            node,
                            "`" + act.key() + "` has no switch `" + key + "`; it has " + String.join(", ", switches)));
        }
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>(table.schema());
        schema.put(
                "oneOf",
                Arrays.stream(ActKind.values())
                        .map(kind -> Map.of("required", List.of(kind.key())))
                        .toList());
        return schema;
    }

    private static String keys() {
        return Arrays.stream(ActKind.values()).map(ActKind::key).collect(Collectors.joining(", "));
    }

    private static Table table() {
        Shape payment = Scalar.pattern(
                "last, first, or a payment's number from 1", "last|first|[1-9]\\d{0,6}", "last", "first");
        Shape device = Scalar.pattern(
                "last, first, a device's number from 1, or its token",
                "last|first|[1-9]\\d{0,6}|[0-9a-f-]{36}",
                "last",
                "first");
        Shape certificate = Scalar.pattern("own, or a certificate's name", "[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
        return new Table()
                .required("at", Scalar.duration(LONGEST), "When, after the scenario's start, on the world's clock")
                .optional("scan", payment, "The customer scans a payment")
                .optional("confirm", payment, "The customer confirms a payment")
                .optional("decline", payment, "The customer declines a payment")
                .optional("scanError", payment, "Scanning goes wrong")
                .optional("expire", payment, "The payment's time is up, whatever the clock says; a hold's too")
                .optional("phone", Scalar.text(20), "Whose customer acts")
                .optional("refund", payment, "The cashier gives money back in the bank's app")
                .optional("amount", Scalar.decimal("0.01", "100000000"), "Tenge")
                .optional("organization", Scalar.pattern("a BIN", "\\d{12}"), "Switches of an organisation")
                .optional("tradePoint", Scalar.whole(1, Long.MAX_VALUE), "Switches of a trade point")
                .optional("device", device, "Switches of a device")
                .optional("set", switches(), "The switches, as PATCH takes them")
                .optional("revoke", certificate, "A client certificate is revoked")
                .optional("renew", certificate, "A client certificate is renewed")
                .optional("fault", new FaultShape(), "From now on something goes wrong")
                .optional("clearFaults", Scalar.text(100), "Faults of this scenario end: those of a name, or all")
                .optional("customer", ScenarioShape.customer(), "The automatic customer changes")
                .optional("callbacks", ScenarioShape.callbacks(), "Callbacks are delivered otherwise");
    }

    private static Table switches() {
        List<String> numbers = new ArrayList<>(List.of(
                "statusPollingInterval",
                "qrCodeScanWaitTimeout",
                "linkActivationWaitTimeout",
                "paymentConfirmationTimeout"));
        Table options = new Table();
        numbers.forEach(name -> options.optional(name, Scalar.whole(1, 86_400), "Seconds"));
        return new Table()
                .optional("active", Scalar.flag(), "Switched on or off")
                .optional("qrPayments", Scalar.flag(), "Whether a trade point takes QR payments")
                .optional("removed", Scalar.flag(), "Whether a trade point is gone")
                .optional("partialRefunds", Scalar.flag(), "Whether a part can be refunded")
                .optional("paymentMethods", new Listing(Scalar.text(20), 10), "Gold, Red, Loan, BusinessAccount")
                .optional("allowedAddresses", new Listing(Scalar.text(45), 100), "Callers of r3")
                .optional("behaviorOptions", options, "Waits that creating answers announce");
    }
}
