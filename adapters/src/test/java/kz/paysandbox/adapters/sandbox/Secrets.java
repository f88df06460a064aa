package kz.paysandbox.adapters.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** What no log may show: what the tests learned by name, and whatever has the shape of a secret of the sandbox. */
final class Secrets {
    static final Pattern ACCESS_TOKEN = Pattern.compile("(?<![0-9A-Za-z_])[0-9A-F]{8}[0-9A-Z_]{14}(?![0-9A-Za-z_])");

    private static final List<Pattern> SHAPES = List.of(
            ACCESS_TOKEN,
            Pattern.compile("(?<![0-9])5[0-9]{40}(?![0-9])"),
            Pattern.compile("(?<![0-9A-Fa-f])8?70100[0-9]{5}(?![0-9A-Fa-f])"),
            Pattern.compile("(?<![0-9A-Fa-f])(4405[0-9]{12}|5522[0-9]{12}|3775[0-9]{11})(?![0-9A-Fa-f])"),
            Pattern.compile("(?i)bearer [0-9a-z]"),
            Pattern.compile("(?i)api-key *[:=] *[0-9a-z]"),
            Pattern.compile("(?i)\\bcvc\\b"),
            Pattern.compile("BEGIN [A-Z ]*PRIVATE KEY"));

    private final Set<String> known = ConcurrentHashMap.newKeySet();

    <T> T keep(T owner, String secret) {
        known.add(secret);
        return owner;
    }

    void areNotIn(String log) {
        assertThat(log).as("the log of this run").contains("X-Request-ID");
        known.forEach(secret ->
                assertThat(log.contains(secret)).as("'%s' in the log", secret).isFalse());
        SHAPES.forEach(shape -> assertThat(shape.matcher(log).results().map(found -> around(log, found.start())))
                .as("what looks like %s in the log", shape)
                .isEmpty());
    }

    private static String around(String log, int at) {
        return log.substring(Math.max(0, at - 120), Math.min(log.length(), at + 80));
    }
}
