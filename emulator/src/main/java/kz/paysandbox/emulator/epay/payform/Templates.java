package kz.paysandbox.emulator.epay.payform;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.http.Reply;

/**
 * HTML templates, filled in one pass, so what is put in is never read as a template. {@code {{name}}} is escaped,
 * {@code {{#key}}} is a text of the language, {@code {{{name}}}} is HTML that was made here.
 */
public final class Templates {

    private static final Pattern HOLE = Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{(#?)([\\w.-]+)}}");

    /** Nothing from elsewhere, no inline script; forms may go to the shop, and the shop may frame the page. */
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
            + " img-src 'self'; base-uri 'none'";

    private final Map<String, String> sources = new ConcurrentHashMap<>();
    private final Texts words = new Texts();

    /** A whole page. Values of {@code texts} are keys of the language's texts, or empty. */
    public Reply page(String template, String language, Map<String, String> values, Map<String, String> texts) {
        return page(200, template, Language.of(language), values, texts, Map.of());
    }

    /** As {@link #page(String, String, Map, Map)}, with fragments that were filled before. */
    public Reply page(
            int status,
            String template,
            Language language,
            Map<String, String> values,
            Map<String, String> texts,
            Map<String, String> fragments) {
        Map<String, String> all = new HashMap<>(values);
        texts.forEach((name, key) -> all.put(name, key.isEmpty() ? "" : words.text(language, key)));
        String content = fill(template, language, all, fragments);
        String html = fill("frame", language, Map.of("lang", language.tag()), Map.of("content", content));
        return Reply.text(status, "text/html; charset=utf-8", html)
                .with("Content-Security-Policy", POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Cache-Control", "no-store");
    }

    /** What the customer reads for a refusal; the bank's own catalogue is in Russian alone. */
    public String refusal(Language language, int code, String russian) {
        return words.find(language, "reason." + code).orElse(russian);
    }

    /** A part of a page. */
    public String fragment(String template, Language language, Map<String, String> values) {
        return fill(template, language, values, Map.of());
    }

    private String fill(String template, Language language, Map<String, String> values, Map<String, String> fragments) {
        String source = sources.computeIfAbsent(template, name -> Assets.text(name + ".html"));
        return HOLE.matcher(source)
                .replaceAll(hole -> Matcher.quoteReplacement(
                        hole.group(1) == null
                                ? escaped(value(hole, language, values))
                                : found(fragments, hole.group(1))));
    }

    private String value(MatchResult hole, Language language, Map<String, String> values) {
        return hole.group(2).isEmpty() ? found(values, hole.group(3)) : words.text(language, hole.group(3));
    }

    private static String found(Map<String, String> values, String name) {
        return Optional.ofNullable(values.get(name))
                .orElseThrow(() -> new IllegalArgumentException("nothing for {{" + name + "}}"));
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
