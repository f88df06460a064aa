package kz.paysandbox.features;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/**
 * What the command prints, in Russian or English: its help, its summary and its errors.
 *
 * @param bundle of the language; picocli takes the help from it
 */
record VerifyTexts(ResourceBundle bundle) {
    private static final String NAME = "--lang";
    private static final String VARIABLE = "SANDBOX_LANG";

    /**
     * The language of the option, else of the variable SANDBOX_LANG, else of the locale (LC_ALL, LC_MESSAGES, LANG, Java's
     * own); English where it is neither.
     *
     * @throws IllegalArgumentException when option or variable is neither ru nor en
     */
    static VerifyTexts asked(String[] args, Map<String, String> environment, Locale own) {
        String named = named(List.of(args), environment);
        String word = named.isEmpty() ? surroundings(environment, own) : named;
        VerifyTexts texts = of(word.startsWith("ru") ? Locale.forLanguageTag("ru") : Locale.ROOT);
        if (!named.isEmpty() && !List.of("ru", "en").contains(named)) {
            throw new IllegalArgumentException(texts.say("lang", named));
        }
        return texts;
    }

    private static VerifyTexts of(Locale locale) {
        return new VerifyTexts(ResourceBundle.getBundle(
                "kz.paysandbox.features.verify",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    private static String named(List<String> args, Map<String, String> environment) {
        int at = args.indexOf(NAME);
        if (at >= 0 && at + 1 < args.size()) {
            return args.get(at + 1);
        }
        return args.stream()
                .filter(word -> word.startsWith(NAME + "="))
                .map(word -> word.substring(NAME.length() + 1))
                .findFirst()
                .orElseGet(() -> environment.getOrDefault(VARIABLE, ""));
    }

    private static String surroundings(Map<String, String> environment, Locale own) {
        return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElseGet(own::getLanguage);
    }

    /** A text with its parts; numbers as they are, without separators. */
    String say(String key, Object... parts) {
        return MessageFormat.format(
                bundle.getString("say." + key),
                Arrays.stream(parts).map(String::valueOf).toArray());
    }
}
