package kz.paysandbox.emulator.cli.terminal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** A text as it may stand in a URL. */
public final class QueryText {

    private QueryText() {}

    public static String of(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
