package kz.paysandbox.emulator.core.faults;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.faults.Effect.Answer;
import kz.paysandbox.emulator.core.faults.Effect.Ending;

/** Faults by name, for the header {@code X-Sandbox-Fault} on one request. */
public final class FaultCatalogue {

    /** The largest reason code, and the smallest but for its sign: both fit an int, as the bank's do. */
    public static final int MOST_REASON = 999_999_999;

    private static final Map<String, Effect> NAMED = named();

    private FaultCatalogue() {}

    /** The effect of a name: one of {@link #names}, or {@code status-code=N}, {@code http=N}, {@code reason-code=N}. */
    public static Optional<Effect> find(String name) {
        Effect effect = NAMED.get(name);
        return effect != null ? Optional.of(effect) : coded(name);
    }

    /** The fixed names with what they do. */
    public static Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("drop-before", "the connection is closed, nothing applied");
        names.put("drop-after", "applied, then the connection is closed without an answer");
        names.put("reset", "applied, then the connection is reset in the middle of the answer");
        names.put("truncated", "applied, half of the answer, then the end");
        names.put("malformed", "applied, the answer is no JSON");
        names.put("empty", "applied, the answer has no body");
        names.put("html", "applied, a proxy's page in place of the answer");
        names.put("slow", "applied, the answer drips at 20 bytes a second");
        names.put("delay-2s", "answered after two seconds");
        names.put("delay-30s", "answered after half a minute");
        names.put("status-code=N", "Kaspi Pay: StatusCode N, nothing applied");
        names.put("reason-code=N", "Halyk ePay: reason code N, nothing applied");
        names.put("http=N", "HTTP status N with an empty body, nothing applied");
        return names;
    }

    private static Map<String, Effect> named() {
        Map<String, Effect> named = new LinkedHashMap<>();
        named.put("drop-before", Effect.answering(Answer.Kind.DROP, 0));
        named.put("drop-after", Effect.ending(Ending.DROPPED));
        Arrays.stream(Ending.values())
                .filter(ending -> ending != Ending.WHOLE && ending != Ending.DROPPED)
                .forEach(ending -> named.put(ending.name().toLowerCase(Locale.ROOT), Effect.ending(ending)));
        named.put("slow", new Effect(Duration.ZERO, Optional.empty(), Ending.WHOLE, 20, false));
        named.put("delay-2s", delay(2));
        named.put("delay-30s", delay(30));
        return named;
    }

    private static Effect delay(int seconds) {
        return new Effect(Duration.ofSeconds(seconds), Optional.empty(), Ending.WHOLE, 0, false);
    }

    private static Optional<Effect> coded(String name) {
        int equals = name.indexOf('=');
        if (equals < 0 || !name.substring(equals + 1).matches("-?\\d{1,10}")) {
            return Optional.empty();
        }
        long code = Long.parseLong(name.substring(equals + 1));
        return switch (name.substring(0, equals)) {
            case "status-code" -> Optional.of(Effect.answering(Answer.Kind.STATUS_CODE, code));
            case "reason-code" ->
                Math.abs(code) <= MOST_REASON
                        ? Optional.of(Effect.answering(Answer.Kind.REASON_CODE, code))
                        : Optional.empty();
            case "http" ->
                code >= 200 && code <= 599 ? Optional.of(Effect.answering(Answer.Kind.HTTP, code)) : Optional.empty();
            default -> Optional.empty();
        };
    }
}
