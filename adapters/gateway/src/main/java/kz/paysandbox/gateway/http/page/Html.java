package kz.paysandbox.gateway.http.page;

import java.util.Optional;
import kz.paysandbox.gateway.http.route.Answer;

/** The frame of all pages. Nothing in them runs or is styled inline, so that their policy can forbid it. */
final class Html {
    private static final String POLICY =
            "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; frame-ancestors 'none'";

    private Html() {}

    /** Text for an element or an attribute in double quotes. */
    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * What a page may do beyond being read.
     *
     * @param policy more of the Content-Security-Policy
     * @param head more elements of the head
     */
    record Powers(String policy, String head) {
        static final Powers NONE = new Powers("form-action 'none'", "");

        /** Looked at again after some seconds. */
        static Powers again(int seconds) {
            return new Powers(NONE.policy(), "<meta http-equiv=\"refresh\" content=\"" + seconds + "\">");
        }
    }

    /**
     * A page.
     *
     * @param body of {@code main}, escaped already
     */
    static Answer page(int status, PageTexts texts, String title, String body, Powers powers) {
        String html = "<!doctype html>\n<html lang=\"" + texts.language().tag() + "\">\n<head>\n"
                + "<meta charset=\"utf-8\">\n"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                + "<meta name=\"robots\" content=\"noindex\">\n<title>" + escaped(title) + "</title>\n"
                + "<link rel=\"stylesheet\" href=\"" + texts.root() + "payment/page.css\">\n"
                + powers.head() + "\n</head>\n<body>\n<main>\n" + body + "\n</main>\n</body>\n</html>\n";
        return Answer.of(status, "text/html", html)
                .with("Content-Security-Policy", POLICY + "; " + powers.policy())
                .with("Referrer-Policy", "no-referrer")
                .with("X-Frame-Options", "DENY");
    }

    /** A line of a list of facts; nothing where there is nothing to say. */
    static String fact(String name, Optional<String> value) {
        return value.map(text -> "<div><dt>" + escaped(name) + "</dt><dd>" + escaped(text) + "</dd></div>\n")
                .orElse("");
    }
}
