package kz.paysandbox.emulator.kaspi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.settings.Complaint;

/** Changes to one thing by known keys; what is mistyped is collected. One per request. */
final class Patch {

    private static final int LONGEST_WAIT = 86_400;

    private final Map<String, Object> given;
    private final List<Complaint> problems;

    private Patch(Map<String, Object> given, List<Complaint> problems) {
        this.given = given;
        this.problems = problems;
    }

    /** Refuses unknown keys. */
    static Outcome<Patch, Conflict> of(Map<String, Object> given, String... keys) {
        Patch patch = new Patch(given, new ArrayList<>());
        patch.checkKeys(keys);
        return patch.finish(patch);
    }

    /** The object under a key; empty where it is not given. */
    Patch nested(String key, String... keys) {
        Object value = given.get(key);
        Map<String, Object> inner = Map.of();
        if (value instanceof Map<?, ?> map) {
            inner = new LinkedHashMap<>();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                inner.put(String.valueOf(entry.getKey()), entry.getValue());
            }
        } else if (value != null) {
            problems.add(Complaint.of(key + " must be an object"));
        }
        Patch patch = new Patch(inner, problems);
        patch.checkKeys(keys);
        return patch;
    }

    boolean flag(String key, boolean present) {
        Object value = given.getOrDefault(key, present);
        if (value instanceof Boolean flag) {
            return flag;
        }
        problems.add(Complaint.of(key + " must be true or false"));
        return present;
    }

    /** Whole seconds from 1 to a day. */
    int seconds(String key, int present) {
        Object value = given.getOrDefault(key, present);
        if (value instanceof Integer seconds && seconds >= 1 && seconds <= LONGEST_WAIT) {
            return seconds;
        }
        problems.add(Complaint.of(key + " must be whole seconds from 1 to " + LONGEST_WAIT));
        return present;
    }

    List<String> list(String key, List<String> present, List<String> allowed) {
        List<String> values = list(key, present);
        values.stream()
                .filter(value -> !allowed.contains(value))
                .forEach(value -> problems.add(Complaint.unknown(key + ":", value, allowed)));
        return values;
    }

    List<String> list(String key, List<String> present) {
        Object value = given.getOrDefault(key, present);
        if (value instanceof List<?> list && list.size() <= 100 && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        problems.add(Complaint.of(key + " must be a list of at most 100 texts"));
        return present;
    }

    /** A BIN: twelve digits as a text, for one that begins with 0 is no number. */
    String bin(String key) {
        if (given.get(key) instanceof String text && text.matches("[0-9]{12}")) {
            return text;
        }
        problems.add(Complaint.of(key + " must be a text of twelve digits, in quotes"));
        return "";
    }

    /** A list of objects; empty where it is not given. */
    List<Patch> objects(String key, int most, String... keys) {
        Object value = given.getOrDefault(key, List.of());
        if (value instanceof List<?> list
                && list.size() <= most
                && list.stream().allMatch(Map.class::isInstance)) {
            return list.stream().map(item -> inner((Map<?, ?>) item, keys)).toList();
        }
        problems.add(Complaint.of(key + " must be a list of at most " + most + " objects"));
        return List.of();
    }

    private Patch inner(Map<?, ?> map, String... keys) {
        Map<String, Object> inner = new LinkedHashMap<>();
        map.forEach((name, value) -> inner.put(String.valueOf(name), value));
        Patch patch = new Patch(inner, problems);
        patch.checkKeys(keys);
        return patch;
    }

    /** A text that may be absent. */
    String text(String key, String fallback) {
        return given.get(key) == null ? fallback : text(key);
    }

    String text(String key) {
        if (given.get(key) instanceof String text && !text.isBlank() && text.length() <= 200) {
            return text;
        }
        problems.add(Complaint.of(key + " must be a text of at most 200 characters"));
        return "";
    }

    long number(String key) {
        Optional<Number> number = Optional.ofNullable(given.get(key))
                .filter(value -> value instanceof Integer || value instanceof Long)
                .map(Number.class::cast)
                .filter(value -> value.longValue() > 0);
        if (number.isEmpty()) {
            problems.add(Complaint.of(key + " must be a whole number above 0"));
        }
        return number.map(Number::longValue).orElse(0L);
    }

    <T> Outcome<T, Conflict> finish(T changed) {
        return problems.isEmpty() ? Outcome.ok(changed) : Outcome.refused(Conflict.invalid(Complaint.all(problems)));
    }

    private void checkKeys(String... keys) {
        List<String> known = Arrays.asList(keys);
        given.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problems.add(Complaint.unknown("key", key, known)));
    }
}
