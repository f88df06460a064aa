package kz.paysandbox.gateway.http.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import kz.paysandbox.gateway.http.route.Language;
import kz.paysandbox.gateway.payment.Payment;

/** The words of pages, one file a language. */
final class PageTexts {
    private static final Map<Language, PageTexts> ALL = all();

    private final Language language;
    private final Properties words;
    private final String root;

    private PageTexts(Language language, Properties words, String root) {
        this.language = language;
        this.words = words;
        this.root = root;
    }

    /** For a page at this path: its links are relative, so that the gateway may stand under a path of a proxy's. */
    PageTexts at(String path) {
        return new PageTexts(language, words, "../".repeat((int)
                        Math.max(0, path.chars().filter(letter -> letter == '/').count() - 1)));
    }

    /** The way from the page to the gateway's root: nothing, or some {@code ../}. */
    String root() {
        return root;
    }

    /** In a language. */
    static PageTexts in(Language language) {
        return Optional.ofNullable(ALL.get(language)).orElseThrow();
    }

    /** In the payment's language, if it has one; else in that of the browser. */
    static PageTexts of(Payment payment, Language browser) {
        return in(payment.terms()
                .card()
                .language()
                .map(word -> switch (word) {
                    case "kaz" -> Language.KK;
                    case "eng" -> Language.EN;
                    default -> Language.RU;
                })
                .orElse(browser));
    }

    private static Map<Language, PageTexts> all() {
        Map<Language, PageTexts> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, new PageTexts(language, read("texts." + language.tag() + ".properties"), ""));
        }
        return all;
    }

    private static Properties read(String file) {
        Properties words = new Properties();
        try (InputStream in = PageTexts.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is not in the jar");
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    Language language() {
        return language;
    }

    /** A word or sentence by its name. */
    String get(String name) {
        return Optional.ofNullable(words.getProperty(name))
                .orElseThrow(() -> new IllegalStateException("no words for " + name));
    }

    /** The names that there are words for. */
    java.util.Set<String> names() {
        return words.stringPropertyNames();
    }
}
