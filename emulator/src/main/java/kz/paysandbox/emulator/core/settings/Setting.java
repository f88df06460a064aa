package kz.paysandbox.emulator.core.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One named switch of the server.
 *
 * @param key public name, as {@code toy.envelope}
 * @param kind what values it takes
 * @param fallback the default, in the form a user would write it
 * @param options the values a {@link Kind#CHOICE} takes, the default among them
 * @param evidence what stands behind the default
 * @param about one sentence: what it governs, and for an assumption what is assumed
 */
public record Setting(String key, Kind kind, String fallback, List<String> options, Evidence evidence, String about) {

    /** What values a setting takes. */
    public enum Kind {
        TEXT("a text"),
        /** A whole number of 64 bits. */
        NUMBER("a whole number"),
        /** A limit, which fits into 31 bits. */
        COUNT("a whole number from 0 to 2147483647"),
        /** 0 for any free one. */
        PORT("a whole number from 0 to 65535"),
        /** As {@code PT3M} or {@code 3m}; kept as ISO 8601. */
        DURATION("a duration such as PT3M or 3m"),
        CHOICE("one of the listed values"),
        /** Texts separated by commas. */
        LIST("texts separated by commas"),
        /** Objects, as a list of them or as that list's JSON; empty for none. */
        OBJECTS("a list of objects, or its JSON"),
        /** Separated by commas; kept as ISO 8601; empty for none. */
        DURATIONS("durations separated by commas, such as PT1M,PT5M or 1m,5m");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        public String words() {
            return words;
        }
    }

    public Setting {
        options = List.copyOf(options);
    }

    public static Setting choice(Evidence evidence, String key, String about, String fallback, String... others) {
        List<String> options =
                Stream.concat(Stream.of(fallback), Arrays.stream(others)).toList();
        return new Setting(key, Kind.CHOICE, fallback, options, evidence, about);
    }

    public static Setting of(Evidence evidence, Kind kind, String key, String fallback, String about) {
        return new Setting(key, kind, fallback, List.of(), evidence, about);
    }

    /** The environment's name for it: {@code SANDBOX_TOY_ENVELOPE}. */
    public String variable() {
        return "SANDBOX_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }
}
