package kz.paysandbox.emulator.language;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A language that texts for people are in. */
public enum Language {
    EN,
    RU;

    /** The variable of this program that names one. */
    public static final String VARIABLE = "SANDBOX_LANG";

    /** Variables by which POSIX names the language of messages; the first that is set counts. */
    private static final List<String> POSIX = List.of("LC_ALL", "LC_MESSAGES", "LANG");

    /** Names of the files of translations. */
    static final List<String> FILES =
            List.of("rules", "evidence", "notes", "switches", "scenarios", "certs", "problems", "usage", "printed");

    /** Of its code, as {@code ru}, in whatever case. */
    public static Optional<Language> of(String code) {
        for (Language language : values()) {
            if (language.name().equalsIgnoreCase(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }

    /**
     * What a process's surroundings ask for: its variable SANDBOX_LANG, else the locale. Every start comes through here,
     * so that it does without lambdas, whose first costs a start a hundredth of a second or more.
     *
     * @param java the language that Java has found, for systems without POSIX's variables
     */
    public static Language of(Map<String, String> environment, Locale java) {
        Optional<Language> named = of(environment.getOrDefault(VARIABLE, ""));
        return named.isPresent() ? named.get() : of(locale(environment, java)).orElse(EN);
    }

    /** The language of the locale; that of none of ours, and C and POSIX, mean English. */
    private static String locale(Map<String, String> environment, Locale java) {
        for (String variable : POSIX) {
            String locale = environment.getOrDefault(variable, "");
            if (!locale.isEmpty()) {
                return locale.split("[_.@-]", 2)[0];
            }
        }
        return java.getLanguage();
    }

    /** A text in this language; as it is where no translation is known. */
    public String text(String english) {
        return this == EN ? english : translation(english).orElse(english);
    }

    /** The translation of an English text; empty where none is known, and in English. */
    public Optional<String> translation(String english) {
        return this == EN ? Optional.empty() : Russian.BOOK.find(english);
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Loaded when a text is first asked for in Russian. */
    private static final class Russian {
        private static final PhraseBook BOOK = PhraseBook.of(FILES.stream()
                .flatMap(name -> PoFile.read("ru/" + name + ".po").stream())
                .toList());
    }
}
