package kz.paysandbox.emulator.http;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.data.Bytes;

/** Puts other values into a JSON answer: what a bank's next version might say. */
final class Replacing {

    private static final Pattern MEMBER =
            Pattern.compile("\"([A-Za-z_]{1,64})\"\\s*:\\s*(?:\"[^\"\\\\]*\"|-?[0-9][0-9.]*|true|false|null)");

    private Replacing() {}

    static Reply members(Reply reply, Map<String, String> replaced) {
        String text = MEMBER.matcher(reply.body().text()).replaceAll(member -> {
            String value = replaced.get(member.group(1));
            return Matcher.quoteReplacement(
                    value == null ? member.group() : "\"" + member.group(1) + "\":" + literal(value));
        });
        return reply.withBody(reply.contentType(), Bytes.utf8(text));
    }

    /** A number stays a number, as codes and amounts are; anything else is a text. */
    private static String literal(String value) {
        boolean number = value.matches("-?\\d{1,18}(\\.\\d{1,6})?");
        return number ? value : "\"" + value.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
