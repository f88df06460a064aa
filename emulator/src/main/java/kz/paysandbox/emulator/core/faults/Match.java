package kz.paysandbox.emulator.core.faults;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * The match between a fault and calls: all that is given must hold.
 *
 * @param endpoint a row id, or a pattern with {@code *} for any run of characters
 * @param amount compared as a number: {@code 200} is {@code 200.00}
 * @param headers names and the values they must have; names without regard to case
 * @param certificate the client certificate's name; for refused handshakes only
 */
public record Match(
        String endpoint,
        Optional<String> bin,
        Optional<String> deviceToken,
        Optional<BigDecimal> amount,
        Optional<String> phone,
        Map<String, String> headers,
        Optional<String> certificate,
        Part part) {

    /**
     * Which of the calls that it would meet.
     *
     * @param nth from 1; empty for each
     * @param share how many of them, from 0 to 1; empty for all
     */
    public record Part(Optional<Integer> nth, Optional<Double> share) {

        /** All of them. */
        public static final Part ALL = new Part(Optional.empty(), Optional.empty());
    }

    /** Any call at all. */
    public static final Match ANY = ofEndpoint("*");

    /** Any call of an endpoint, or of those that fit a pattern. */
    public static Match ofEndpoint(String endpoint) {
        return ofHandshakes(endpoint, Optional.empty());
    }

    /**
     * Connections to listeners; nothing else can be seen of them.
     *
     * @param certificateName empty for any, and for none
     */
    public static Match ofHandshakes(String endpoint, Optional<String> certificateName) {
        return new Match(
                endpoint,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                certificateName,
                Part.ALL);
    }

    public Match {
        headers = Map.copyOf(headers);
    }

    /** Whether an endpoint, by its row id, or a listener, by its name, is meant. */
    public boolean isOf(String name) {
        return isLike(endpoint, name);
    }

    /** Whether all of a listener's rows are meant, as a fault of its connections must: nobody knows yet which is called. */
    public boolean isOfListener(String listener) {
        return isLike(endpoint, listener) || isLike(endpoint, rows(listener));
    }

    /** The pattern of a listener's rows, whose ids begin with the last word of its name. */
    private static String rows(String listener) {
        return listener.substring(listener.lastIndexOf('-') + 1) + " *";
    }

    /** Whether a call is of the kind that this fault meets, its count and share apart. */
    boolean fits(CallAttributes attributes) {
        return isLike(endpoint, attributes.endpoint())
                && agrees(bin, attributes.bin())
                && agrees(deviceToken, attributes.deviceToken())
                && agrees(phone, attributes.phone())
                && amount.map(wanted -> attributes
                                .amount()
                                .filter(sent -> sent.compareTo(wanted) == 0)
                                .isPresent())
                        .orElse(true)
                && headers.entrySet().stream()
                        .allMatch(header -> attributes
                                .header()
                                .apply(header.getKey())
                                .filter(header.getValue()::equals)
                                .isPresent());
    }

    /** Whether a listener's connections are meant, by the certificate's name where it is given. */
    boolean fitsHandshake(String listener, Optional<String> certificateName) {
        return isOfListener(listener)
                && certificate
                        .map(name -> certificateName.filter(name::equals).isPresent())
                        .orElse(true);
    }

    private static boolean agrees(Optional<String> wanted, Optional<String> sent) {
        return wanted.isEmpty() || wanted.equals(sent);
    }

    /** A hand-made match in linear time, without garbage: patterns come from callers, and each call is held to all. */
    static boolean isLike(String pattern, String text) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(text);
        }
        if (!text.regionMatches(0, pattern, 0, star)) {
            return false;
        }
        int at = star;
        int from = star + 1;
        for (int next = pattern.indexOf('*', from); next >= 0; next = pattern.indexOf('*', from)) {
            int found = text.indexOf(pattern.substring(from, next), at);
            if (found < 0) {
                return false;
            }
            at = found + next - from;
            from = next + 1;
        }
        int tail = pattern.length() - from;
        return text.length() - at >= tail && text.regionMatches(text.length() - tail, pattern, from, tail);
    }
}
