package kz.paysandbox.emulator.epay.payform;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The pages' words by language and key, read when a language is first spoken. */
final class Texts {

    private final Map<Language, Properties> loaded = new ConcurrentHashMap<>();

    String text(Language language, String key) {
        return Optional.ofNullable(of(language).getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("no text " + key + " in " + language));
    }

    /** A text that only some languages have. */
    Optional<String> find(Language language, String key) {
        return Optional.ofNullable(of(language).getProperty(key));
    }

    Set<String> keys(Language language) {
        return of(language).stringPropertyNames();
    }

    private Properties of(Language language) {
        return loaded.computeIfAbsent(language, Texts::load);
    }

    private static Properties load(Language language) {
        Properties texts = new Properties();
        try {
            texts.load(new StringReader(Assets.text(language.file())));
            return texts;
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
