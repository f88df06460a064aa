package kz.paysandbox.features.bank;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Takes secrets out of what is written down: values of fields that banks hold secret, in JSON (also JSON within JSON),
 * forms, queries, HTML forms and headers; the same values wherever else they stand in the text; tokens after
 * {@code Bearer}; and card numbers of 16 digits.
 */
public final class Redaction {

    private static final String STAND_IN = "***";

    /** Characters; a shorter value, such as a CVC, may equal an amount or a code, and is hidden in its field alone. */
    private static final int SHORTEST_ELSEWHERE = 8;

    private static final Pattern CARD = Pattern.compile("(?<![\\w.-])[2-6]\\d{3}(?:[ -]?\\d{4}){3}(?![\\w-])");

    private final List<Rule> rules;

    /**
     * @param pattern its group {@code value} is the secret
     */
    private record Rule(Pattern pattern, String replacement) {

        static Rule of(String regex, String replacement) {
            int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
            return new Rule(Pattern.compile(regex, flags), replacement);
        }

        Stream<String> values(String plain) {
            Stream.Builder<String> values = Stream.builder();
            for (Matcher found = pattern.matcher(plain); found.find(); ) {
                values.add(found.group("value"));
            }
            return values.build();
        }
    }

    /**
     * @param fields whose values are secret, without regard to case
     */
    public Redaction(Collection<String> fields) {
        String names = "(?:" + fields.stream().map(Pattern::quote).collect(Collectors.joining("|")) + ")";
        String json = "(\"" + names + "\"\\s*:\\s*)";
        String inner = "((\\\\+)\"" + names + "\\2\"\\s*:\\s*)";
        String ends = "[\"'][^<>]*?";
        this.rules = List.of(
                Rule.of(json + "\"(?<value>[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"?", "$1\"" + STAND_IN + "\""),
                Rule.of(json + "(?<value>[^\\s,}\\]\"]++)", "$1\"" + STAND_IN + "\""),
                Rule.of(
                        inner + "\\2\"(?<value>.*?)(?:(?<!\\\\)\\2\"|(?=(?<!\\\\)\")|\\z)",
                        "$1$2\"" + STAND_IN + "$2\""),
                Rule.of(inner + "(?<value>[^\\s,}\\]\"\\\\]++)", "$1$2\"" + STAND_IN + "$2\""),
                Rule.of("(?<![\\w.-])(" + names + "=)(?<value>[^&\\s\"\\\\]++)", "$1" + STAND_IN),
                Rule.of(
                        "(\\bname=\\\\*[\"']" + names + "\\\\*" + ends + "\\bvalue=\\\\*[\"'])(?<value>[^\"'\\\\<>]++)",
                        "$1" + STAND_IN),
                Rule.of("(?<![\\w.-])(" + names + ":[ \\t]+)(?<value>[^\\r\\n\"\\\\<>]++)", "$1" + STAND_IN),
                Rule.of("(\\bBearer\\s+)(?<value>[\\w.~+/=-]++)", "$1" + STAND_IN));
    }

    /** The text without them. */
    public String text(String plain) {
        List<String> values = rules.stream()
                .flatMap(rule -> rule.values(plain))
                .filter(value -> value.length() >= SHORTEST_ELSEWHERE)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        String hidden = plain;
        for (Rule rule : rules) {
            hidden = rule.pattern().matcher(hidden).replaceAll(rule.replacement());
        }
        for (String value : values) {
            hidden = hidden.replace(value, STAND_IN);
        }
        return CARD.matcher(hidden).replaceAll(card -> isCard(card.group()) ? STAND_IN : card.group());
    }

    /** Whether its last digit is the check digit by Luhn's formula (ISO/IEC 7812-1). */
    private static boolean isCard(String number) {
        int[] digits = number.chars()
                .filter(Character::isDigit)
                .map(digit -> digit - '0')
                .toArray();
        int sum = 0;
        for (int place = 0; place < digits.length; place++) {
            int twice = digits[place] * 2;
            sum += (digits.length - place) % 2 == 0 ? twice - (twice > 9 ? 9 : 0) : digits[place];
        }
        return sum % 10 == 0;
    }
}
