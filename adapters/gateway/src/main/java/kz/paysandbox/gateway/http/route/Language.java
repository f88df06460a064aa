package kz.paysandbox.gateway.http.route;

import java.util.Arrays;
import java.util.Locale;

/** The languages of pages. */
public enum Language {
    /** Russian, where nothing else is asked for. */
    RU,
    /** Kazakh. */
    KK,
    /** English. */
    EN;

    /** As {@code lang} attributes have it. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The first known language of an {@code Accept-Language} header, by its order; weights are not read. */
    public static Language of(String accepted) {
        return Arrays.stream(accepted.split(",", 20))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .flatMap(part -> Arrays.stream(values()).filter(language -> part.matches(language.tag() + "([-;].*)?")))
                .findFirst()
                .orElse(RU);
    }
}
