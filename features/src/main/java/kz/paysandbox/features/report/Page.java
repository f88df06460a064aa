package kz.paysandbox.features.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static kz.paysandbox.features.report.Html.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;

/**
 * A page in one file: its style and its script are inside, and it asks the network for nothing. A browser runs no other
 * script in it than ours.
 *
 * @param title in plain text
 */
record Page(String title, Html body) {

    String html() {
        String style = resource("page.css");
        String script = resource("page.js");
        String policy = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; base-uri 'none'; form-action 'none'";
        Html head = tag("head")
                .holding(
                        tag("meta").with("charset", "utf-8").holding(),
                        tag("meta")
                                .with("http-equiv", "Content-Security-Policy")
                                .with("content", policy)
                                .holding(),
                        tag("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1")
                                .holding(),
                        tag("meta")
                                .with("name", "color-scheme")
                                .with("content", "light dark")
                                .holding(),
                        tag("title").holding(title),
                        tag("style").holding(new Html(style)));
        Html whole = tag("html")
                .with("lang", "en")
                .holding(
                        head,
                        tag("body")
                                .holding(
                                        tag("main").holding(body), tag("script").holding(new Html(script))));
        return "<!doctype html>\n" + whole.markup() + "\n";
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
