package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes scenarios of values that were checked by their shape. */
final class Scenarios {

    private Scenarios() {}

    static Scenario of(Map<String, Object> values) {
        Map<String, Object> title = map(values.get("title"));
        Map<String, Object> start = map(values.get("start"));
        List<Act> opening = new ArrayList<>();
        inner(start, "customer").ifPresent(customer -> opening.add(new Act(ActKind.CUSTOMER, "", customer)));
        inner(start, "callbacks").ifPresent(policy -> opening.add(new Act(ActKind.CALLBACKS, "", policy)));
        list(values.get("faults")).forEach(fault -> opening.add(new Act(ActKind.FAULT, "", map(fault))));
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
        Map<String, Object> details = new LinkedHashMap<>();
        given(values, "phone").ifPresent(phone -> details.put("phone", phone));
        Optional.ofNullable(values.get("amount")).ifPresent(amount -> details.put("amount", amount));
        details.putAll(map(values.get("set")));
        boolean inside = values.get(kind.key()) instanceof Map<?, ?>;
        details.putAll(map(values.get(kind.key())));
        return new Step(
                Duration.parse(text(values, "at")), new Act(kind, inside ? "" : text(values, kind.key()), details));
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
