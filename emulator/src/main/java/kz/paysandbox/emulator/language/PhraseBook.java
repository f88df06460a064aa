package kz.paysandbox.emulator.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Translations of English texts, whole and with places; texts joined by semicolons are translated one by one. */
final class PhraseBook {

    /** Longer texts, in characters, are not translated: what is said to a person is shorter. */
    private static final int LONGEST = 4_000;

    /** Looks at parts of a text: a sentence takes about ten, and what a caller has written into it could take any number. */
    private static final int MOST_LOOKS = 500;

    private final Map<String, String> whole;
    private final List<Phrase> phrases;

    private PhraseBook(Map<String, String> whole, List<Phrase> phrases) {
        this.whole = Map.copyOf(whole);
        this.phrases = phrases;
    }

    static PhraseBook of(List<PoFile.Entry> entries) {
        Map<String, String> whole = new HashMap<>();
        entries.forEach(entry -> whole.put(entry.english(), entry.translated()));
        return new PhraseBook(
                whole,
                entries.stream()
                        .map(entry -> Phrase.of(entry.english(), entry.translated()))
                        .filter(phrase -> !phrase.places().isEmpty())
                        .sorted(Comparator.comparing(Phrase::continuesAnother)
                                .thenComparing(Phrase::given)
                                .reversed())
                        .toList());
    }

    /** The translation of a text; empty where a part of it is unknown, for nobody likes two languages in one sentence. */
    Optional<String> find(String english) {
        return english.length() > LONGEST ? Optional.empty() : new Search().find(english);
    }

    /** The search for one text and its parts. */
    private final class Search {

        private int looks;

        Optional<String> find(String english) {
            return one(english).or(() -> several(english));
        }

        private Optional<String> one(String english) {
            looks++;
            return looks > MOST_LOOKS
                    ? Optional.empty()
                    : Optional.ofNullable(whole.get(english))
                            .or(() -> phrases.stream()
                                    .flatMap(phrase -> phrase.translate(english, this::find).stream())
                                    .findFirst());
        }

        /** The longest beginning that is known, and what follows it. */
        private Optional<String> several(String english) {
            for (int joint = english.lastIndexOf(Phrase.JOINT);
                    joint > 0;
                    joint = english.lastIndexOf(Phrase.JOINT, joint - 1)) {
                Optional<String> beginning = one(english.substring(0, joint));
                if (beginning.isPresent()) {
                    return find(english.substring(joint + Phrase.JOINT.length()))
                            .map(rest -> beginning.get() + Phrase.JOINT + rest);
                }
            }
            return Optional.empty();
        }
    }
}
