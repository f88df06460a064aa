package kz.paysandbox.emulator.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An English sentence with places that hold anything, and its translation: {@code no payment {id}}. What stands in a place
 * whose name begins with a capital letter, as {@code {Reason}}, is a phrase itself.
 *
 * @param literals the English text around the places, one more than there are places
 * @param places their names, in English order
 */
record Phrase(List<String> literals, List<String> places, String translated) {

    private static final Pattern PLACE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*)}");

    /** Between sentences that are told in one; a place that is no phrase does not hold it. */
    static final String JOINT = "; ";

    static Phrase of(String english, String translated) {
        List<String> literals = new ArrayList<>();
        List<String> places = new ArrayList<>();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            literals.add(english.substring(from, place.start()));
            places.add(place.group(1));
            from = place.end();
        }
        literals.add(english.substring(from));
        return new Phrase(literals, places, translated);
    }

    /** Whether it adds something to another sentence, as {@code {Sentence}, did you mean {name}?} does. */
    boolean continuesAnother() {
        return literals.get(0).isEmpty() && isPhrase(places.get(0));
    }

    /** How many letters are given: of two phrases that fit, the one with more says more. */
    int given() {
        return literals.stream().mapToInt(String::length).sum();
    }

    /**
     * The translation of a text of this form; empty where it has another, or where a phrase within it is unknown.
     *
     * @param inner translates what stands in a place that is a phrase
     */
    Optional<String> translate(String english, Function<String, Optional<String>> inner) {
        Optional<Map<String, String>> found = fillings(english);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Map<String, String> filled = new HashMap<>();
        for (Map.Entry<String, String> filling : found.get().entrySet()) {
            Optional<String> text =
                    isPhrase(filling.getKey()) ? inner.apply(filling.getValue()) : Optional.of(filling.getValue());
            if (text.isEmpty()) {
                return Optional.empty();
            }
            filled.put(filling.getKey(), text.get());
        }
        return Optional.of(PLACE.matcher(translated)
                .replaceAll(place -> Matcher.quoteReplacement(filled.getOrDefault(place.group(1), ""))));
    }

    /** What stands in the places; each ends where the text behind it first occurs. */
    private Optional<Map<String, String>> fillings(String english) {
        Map<String, String> found = new HashMap<>();
        if (!english.startsWith(literals.get(0))) {
            return Optional.empty();
        }
        int from = literals.get(0).length();
        for (int number = 0; number < places.size(); number++) {
            String behind = literals.get(number + 1);
            boolean last = number == places.size() - 1;
            int to = last ? english.length() - behind.length() : english.indexOf(behind, from);
            if (to < from || (last && !english.endsWith(behind))) {
                return Optional.empty();
            }
            String text = english.substring(from, to);
            if (!isPhrase(places.get(number)) && text.contains(JOINT)) {
                return Optional.empty();
            }
            found.put(places.get(number), text);
            from = to + behind.length();
        }
        return from == english.length() ? Optional.of(found) : Optional.empty();
    }

    private static boolean isPhrase(String place) {
        return Character.isUpperCase(place.charAt(0));
    }
}
