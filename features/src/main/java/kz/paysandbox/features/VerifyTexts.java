package kz.paysandbox.features;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.language.Language;

/**
 * What the command prints, in Russian or English: its help, its summary and what it refuses about its options.
 *
 * @param bundle of the language; picocli takes the help from it
 */
record VerifyTexts(ResourceBundle bundle) {
    /**
     * The language of the option, else of the variable SANDBOX_LANG, else of the locale (LC_ALL, LC_MESSAGES, LANG, Java's
     * own); English where it is neither.
     *
     * @throws IllegalArgumentException when option or variable is neither ru nor en
     */
    static VerifyTexts asked(String[] args, Map<String, String> environment, Locale own) {
        List<String> words = List.of(args);
        Optional<String> named = LanguageOption.word(words)
                .or(() ->
                        Optional.ofNullable(environment.get(Language.VARIABLE)).filter(word -> !word.isEmpty()));
        Language language = LanguageOption.asked(words).orElseGet(() -> Language.of(environment, own));
        VerifyTexts texts = of(language == Language.RU ? Locale.forLanguageTag("ru") : Locale.ROOT);
        if (named.isPresent() && Language.of(named.get()).isEmpty()) {
            throw new IllegalArgumentException(texts.say("lang", named.get()));
        }
        return texts;
    }

    private static VerifyTexts of(Locale locale) {
        return new VerifyTexts(ResourceBundle.getBundle(
                "kz.paysandbox.features.verify",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /** A text with its parts; numbers as they are, without separators. */
    String say(String key, Object... parts) {
        return MessageFormat.format(
                bundle.getString("say." + key),
                Arrays.stream(parts).map(String::valueOf).toArray());
    }
}
