package kz.paysandbox.emulator.money;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Any fault that takes no real time, of all matchers and effects, as {@code POST /faults} takes it. */
record RandomFault(Map<String, Object> when, Map<String, Object> then, Optional<Integer> times) {

    static final List<String> BY_HEADER = List.of(
            "drop-before",
            "drop-after",
            "reset",
            "truncated",
            "malformed",
            "empty",
            "html",
            "status-code=-999",
            "reason-code=484",
            "http=503");

    private static final List<String> ENDPOINTS = List.of(
            "*",
            "r1 *",
            "r3 *",
            "epay *",
            "* create",
            "r1 qr create",
            "r1 test payment confirm",
            "r3 payment return",
            "epay payment cryptopay",
            "epay operation refund",
            "epay operation *");

    private static final List<Map<String, Object>> EFFECTS = List.of(
            Map.of("statusCode", -99000006),
            Map.of("http", 503),
            Map.of("reasonCode", 462),
            Map.of("drop", "before"),
            Map.of("drop", "after"),
            Map.of("reset", true),
            Map.of("body", "truncated"),
            Map.of("body", "malformed"),
            Map.of("body", "empty"),
            Map.of("body", "html"),
            Map.of("replace", Map.of("Status", "Processed", "StatusCode", "0")),
            Map.of("statusCode", 990000018),
            Map.of("handshake", "refuse"));

    static RandomFault of(long number, String bin, String deviceToken) {
        Dice dice = new Dice(number);
        Map<String, Object> then = dice.of(EFFECTS);
        Map<String, Object> when = new LinkedHashMap<>();
        String endpoint = dice.of(ENDPOINTS);
        boolean foreign = then.containsKey(endpoint.startsWith("epay") ? "statusCode" : "reasonCode");
        boolean absent = then.containsKey("replace");
        boolean narrow = then.containsKey("handshake") && !endpoint.matches("(\\w+ )?\\*");
        when.put("endpoint", foreign || absent || narrow ? "*" : endpoint);
        if (!then.containsKey("handshake")) {
            switch (dice.below(9)) {
                case 0 -> when.put("bin", bin);
                case 1 -> when.put("deviceToken", deviceToken);
                case 2 -> when.put("amount", 100 + 100 * dice.below(3));
                case 3 -> when.put("phone", "7010000001");
                case 4 -> when.put("header", Map.of("X-Till", "left"));
                case 5 -> when.put("nth", 1 + dice.below(3));
                case 6 -> when.put("share", dice.once(2) ? 0.3 : 0.7);
                default -> when.put("endpoint", when.get("endpoint"));
            }
        }
        return new RandomFault(when, then, dice.once(3) ? Optional.empty() : Optional.of(1 + dice.below(3)));
    }

    /** Whether a call that it happens to is applied all the same. */
    boolean applies(boolean kaspi) {
        boolean answers = then.containsKey("http")
                || "before".equals(then.get("drop"))
                || then.containsKey("handshake")
                || then.containsKey(kaspi ? "statusCode" : "reasonCode");
        return !answers;
    }

    /** The same of a fault that the call's own header asks for; with the other bank's code it is refused. */
    static boolean applies(String byHeader) {
        return !byHeader.equals("drop-before") && !byHeader.contains("=");
    }

    Map<String, Object> asJson() {
        Map<String, Object> json = new LinkedHashMap<>(Map.of("when", when, "then", then));
        times.ifPresent(most -> json.put("times", most));
        return json;
    }
}
