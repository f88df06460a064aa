package kz.paysandbox.emulator.epay;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy;
import kz.paysandbox.emulator.epay.callbacks.CallbackPolicy.Sequence;

/** Reads a callback policy as callers write it; what is not named stays as it is. */
final class PolicyReader {

    private static final List<String> KEYS = List.of("delay", "duplicates", "order", "beforeResponse", "retries");
    private static final Duration LONGEST = Duration.ofDays(30);

    private PolicyReader() {}

    /** The policy, or what is wrong. */
    static Outcome<CallbackPolicy, Complaint> read(Map<String, Object> body, CallbackPolicy present) {
        Optional<String> unknown =
                body.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst();
        if (unknown.isPresent()) {
            return Outcome.refused(Complaint.unknown("key", unknown.get(), KEYS));
        }
        try {
            return Outcome.ok(new CallbackPolicy(
                    given(body, "delay").map(PolicyReader::duration).orElse(present.delay()),
                    given(body, "duplicates").map(PolicyReader::copies).orElse(present.duplicates()),
                    given(body, "order").map(PolicyReader::order).orElse(present.order()),
                    given(body, "beforeResponse").map(PolicyReader::flag).orElse(present.beforeResponse()),
                    given(body, "retries").map(PolicyReader::gaps).orElse(present.retries())));
        } catch (IllegalArgumentException wrong) {
            return Outcome.refused(
                    Complaint.of(Optional.ofNullable(wrong.getMessage()).orElse("malformed")));
        }
    }

    private static Optional<Object> given(Map<String, Object> body, String key) {
        return Optional.ofNullable(body.get(key));
    }

    private static Duration duration(Object value) {
        try {
            Duration duration = Duration.parse(String.valueOf(value));
            if (!duration.isNegative() && duration.compareTo(LONGEST) <= 0) {
                return duration;
            }
        } catch (DateTimeException malformed) {
            throw new IllegalArgumentException("delay and retries are ISO 8601 durations such as PT5M", malformed);
        }
        throw new IllegalArgumentException("a duration is from PT0S to " + LONGEST);
    }

    private static Integer copies(Object value) {
        if (value instanceof Integer count && count >= 0 && count <= CallbackPolicy.MOST_DUPLICATES) {
            return count;
        }
        throw new IllegalArgumentException("duplicates is a number from 0 to " + CallbackPolicy.MOST_DUPLICATES);
    }

    private static Sequence order(Object value) {
        return Sequence.of(String.valueOf(value))
                .orElseThrow(() -> new IllegalArgumentException("order is in-order or reversed"));
    }

    private static Boolean flag(Object value) {
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw new IllegalArgumentException("beforeResponse is true or false");
    }

    private static List<Duration> gaps(Object value) {
        if (value instanceof List<?> list && list.size() <= CallbackPolicy.MOST_RETRIES) {
            List<Duration> gaps = new ArrayList<>();
            list.forEach(gap -> gaps.add(duration(gap)));
            return gaps;
        }
        throw new IllegalArgumentException(
                "retries is a list of at most " + CallbackPolicy.MOST_RETRIES + " durations");
    }
}
