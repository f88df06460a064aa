package kz.paysandbox.emulator.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.input.CustomerShape;
import kz.paysandbox.emulator.input.Values;
import org.jspecify.annotations.Nullable;

/** Makes scenarios of values that were checked by their shape. */
final class Scenarios {

    private Scenarios() {}

    static Scenario of(Map<String, Object> values) {
        Map<String, Object> title = map(values.get("title"));
        Map<String, Object> start = map(values.get("start"));
        List<Act> opening = new ArrayList<>();
        inner(start, "customer").ifPresent(customer -> opening.add(customer(customer)));
        inner(start, "callbacks").ifPresent(policy -> opening.add(new Act.ChangeCallbacks(policy)));
        list(values.get("faults")).forEach(fault -> opening.add(new Act.AddFault((FaultRule) fault)));
        return new Scenario(
                text(values, "name"),
                text(values, "bank"),
                new Scenario.Title(text(title, "en"), text(title, "ru")),
                text(values, "correct"),
                new Scenario.Start(
                        given(start, "clock").map(at -> OffsetDateTime.parse(at).toInstant()),
                        given(start, "seed").map(Long::valueOf),
                        given(start, "ahead").map(Duration::parse).orElse(Duration.ZERO)),
                opening,
                list(values.get("timeline")).stream()
                        .map(step -> step(map(step)))
                        .sorted(Comparator.comparing(Step::at))
                        .toList());
    }

    private static Step step(Map<String, Object> values) {
        ActKind kind = values.keySet().stream()
                .flatMap(key -> ActKind.of(key).stream())
                .findFirst()
                .orElseThrow();
        return new Step(Duration.parse(text(values, "at")), act(kind, values));
    }

    private static Act act(ActKind kind, Map<String, Object> values) {
        String target = text(values, kind.key());
        Map<String, Object> inside = map(values.get(kind.key()));
        Map<String, Object> switches = map(values.get("set"));
        return switch (kind) {
            case SCAN -> atPayment(CustomerAct.SCAN, target, values);
            case CONFIRM -> atPayment(CustomerAct.CONFIRM, target, values);
            case DECLINE -> atPayment(CustomerAct.DECLINE, target, values);
            case SCAN_ERROR -> atPayment(CustomerAct.SCAN_ERROR, target, values);
            case EXPIRE -> atPayment(CustomerAct.EXPIRE, target, values);
            case REFUND -> new Act.Refund(target, new BigDecimal(text(values, "amount")));
            case ORGANIZATION -> new Act.PatchOrganization(target, switches);
            case TRADE_POINT -> new Act.PatchTradePoint(target, switches);
            case DEVICE -> new Act.PatchDevice(target, switches);
            case REVOKE -> new Act.Revoke(target);
            case RENEW -> new Act.Renew(target);
            case FAULT -> new Act.AddFault((FaultRule) Objects.requireNonNull(values.get(kind.key())));
            case CLEAR_FAULTS -> new Act.ClearFaults(target);
            case CUSTOMER -> customer(inside);
            case CALLBACKS -> new Act.ChangeCallbacks(inside);
        };
    }

    private static Act atPayment(CustomerAct act, String payment, Map<String, Object> values) {
        return new Act.PaymentAct(act, payment, given(values, "phone").filter(phone -> !phone.isBlank()));
    }

    private static Act customer(Map<String, Object> values) {
        return new Act.ChangeCustomer(CustomerShape.change(new Values(values)));
    }

    private static Optional<Map<String, Object>> inner(Map<String, Object> values, String key) {
        return Optional.ofNullable(values.get(key)).map(Scenarios::map);
    }

    private static Optional<String> given(Map<String, Object> values, String key) {
        return Optional.ofNullable(values.get(key)).map(String::valueOf);
    }

    private static String text(Map<String, Object> values, String key) {
        return given(values, key).orElse("");
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                copy.put(String.valueOf(entry.getKey()), entry.getValue());
            }
        }
        return copy;
    }

    private static List<?> list(@Nullable Object value) {
        return value instanceof List<?> list ? list : List.of();
    }
}
