package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.input.CustomerShape;
import kz.paysandbox.emulator.input.FaultShape;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.PolicyShape;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Shape;
import kz.paysandbox.emulator.input.SwitchShape;
import kz.paysandbox.emulator.input.Table;

/** A step of the timeline: its time, one act, and what goes with that act. */
final class StepShape implements Shape {

    private static final Duration LONGEST = Duration.ofDays(30);

    private final Table table;

    private final Map<ActKind, SwitchShape> switches;

    /**
     * @param switches of the banks' merchants; empty where none has any
     */
    StepShape(FaultShape fault, Optional<MerchantSwitches> switches) {
        this.table = table(fault, switches.map(MerchantSwitches::all).orElseGet(Table::new));
        this.switches = switches.map(of -> Map.of(
                        ActKind.ORGANIZATION, of.organization(),
                        ActKind.TRADE_POINT, of.tradePoint(),
                        ActKind.DEVICE, of.device()))
                .orElse(Map.of());
    }

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        Map<String, Object> values = table.read(node, mistakes);
        List<ActKind> acts = values.keySet().stream()
                .flatMap(key -> ActKind.of(key).stream())
                .toList();
        if (acts.size() != 1) {
            if (mistakes.isEmpty()) {
                mistakes.at(node.place(), "a step does exactly one thing of " + keys());
            }
            return values;
        }
        check(acts.get(0), values, node, mistakes);
        return values;
    }

    private void check(ActKind act, Map<String, Object> values, InputNode node, Mistakes mistakes) {
        values.keySet().stream()
                .filter(key -> !key.equals("at") && !key.equals(act.key()))
                .filter(key -> !act.companion().equals(key))
                .forEach(key -> mistakes.at(node.place(), "`" + key + "` does not go with `" + act.key() + "`"));
        boolean alone = act.companion().isEmpty() || act.companion().equals("phone");
        if (!alone && !values.containsKey(act.companion())) {
            mistakes.at(node.place(), "`" + act.key() + "` needs `" + act.companion() + "` beside it");
        }
        if (values.get("set") instanceof Map<?, ?> set) {
            List<String> known = Optional.ofNullable(switches.get(act))
                    .map(shape -> shape.table().keys())
                    .orElse(List.of());
            set.keySet().stream()
                    .filter(key -> !known.contains(String.valueOf(key)))
                    .forEach(key -> mistakes.at(
                            node.place(),
                            "`" + act.key() + "` has no switch `" + key + "`; it has " + String.join(", ", known)));
            if (mistakes.isEmpty() && node instanceof InputNode.Members members) {
                Optional.ofNullable(switches.get(act))
                        .flatMap(shape -> members.find("set").flatMap(found -> shape.change(found, mistakes)))
                        .ifPresent(change -> values.put("set", change));
            }
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

    private static Table table(FaultShape fault, Table switches) {
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
                .optional("set", switches, "The switches, as PATCH takes them")
                .optional("revoke", certificate, "A client certificate is revoked")
                .optional("renew", certificate, "A client certificate is renewed")
                .optional("fault", fault, "From now on something goes wrong")
                .optional("clearFaults", Scalar.text(100), "Faults of this scenario end: those of a name, or all")
                .optional("customer", CustomerShape.table(true), "The automatic customer changes")
                .optional("callbacks", PolicyShape.table(), "Callbacks are delivered otherwise");
    }
}
