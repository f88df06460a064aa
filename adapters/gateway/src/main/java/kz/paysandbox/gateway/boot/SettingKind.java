package kz.paysandbox.gateway.boot;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.gateway.address.AddressList;

/** What a setting's value looks like. */
enum SettingKind {
    /** Any text. */
    TEXT,
    /** The name of a file or folder. */
    PATH,
    /** {@code HOST:PORT}; port 0 is chosen by the system. */
    ADDRESS,
    /** An absolute http or https address. */
    URL,
    /** A span of time such as {@code 5m} or {@code PT5M}. */
    DURATION,
    /** Spans of time, with commas. */
    DURATIONS,
    /** A whole number from 1. */
    NUMBER,
    /** {@code true} or {@code false}. */
    FLAG,
    /** Addresses and ranges of addresses, with commas. */
    NETWORKS,
    /** Origins of pages such as {@code https://shop.example}, with commas. */
    ORIGINS,
    /** {@code none}, or promises with commas. */
    ASSUMPTIONS;

    private static final String NONE = "none";

    /**
     * Checks a value.
     *
     * @throws IllegalArgumentException when it is none of this kind; the message says what it should be
     */
    void check(String value) {
        switch (this) {
            case TEXT, PATH -> {}
            case NETWORKS -> AddressList.parse(value);
            case ORIGINS -> words(value).forEach(SettingKind::origin);
            case ADDRESS -> ListenAddress.parse(value);
            case URL -> url(value);
            case DURATION -> Spans.parse(value);
            case DURATIONS -> spans(value);
            case NUMBER -> number(value);
            case FLAG -> flag(value);
            case ASSUMPTIONS -> assumptions(value);
        }
    }

    static List<String> words(String value) {
        return Arrays.stream(value.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    static List<Duration> spans(String value) {
        List<String> words = words(value);
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a span of time is needed, such as 30s, or several with commas");
        }
        return words.stream().map(Spans::parse).toList();
    }

    static int number(String value) {
        try {
            int number = Integer.parseInt(value);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number from 1 is needed, not '" + value + "'", e);
        }
        throw new IllegalArgumentException("a whole number from 1 is needed, not '" + value + "'");
    }

    static boolean flag(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false is needed, not '" + value + "'");
        };
    }

    static URI url(String value) {
        try {
            URI address = URI.create(value);
            if (address.getHost() != null && List.of("http", "https").contains(address.getScheme())) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("an http or https address is needed, not '" + value + "'", e);
        }
        throw new IllegalArgumentException("an http or https address is needed, not '" + value + "'");
    }

    private static void origin(String value) {
        URI origin = url(value);
        String bare = origin.getScheme() + "://" + origin.getRawAuthority();
        if (!value.equals(bare) || origin.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "an origin is scheme, host and port, such as " + "https://shop.example" + ", not '" + value + "'");
        }
    }

    static List<Assumption> assumptions(String value) {
        if (value.equals(NONE)) {
            return List.of();
        }
        return words(value).stream().map(SettingKind::assumption).toList();
    }

    private static Assumption assumption(String word) {
        return switch (word) {
            case "sole-operator" -> Assumption.SOLE_OPERATOR;
            case "unchanged-books" -> Assumption.UNCHANGED_BOOKS_MEAN_NOT_APPLIED;
            default ->
                throw new IllegalArgumentException(
                        "none, sole-operator, unchanged-books or both with a comma is needed, not '" + word + "'");
        };
    }
}
