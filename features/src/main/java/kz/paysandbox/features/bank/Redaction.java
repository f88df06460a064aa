package kz.paysandbox.features.bank;

import java.util.Collection;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes secrets out of what is written down: values of fields that banks hold secret, in JSON, forms and queries. */
public final class Redaction {

    private static final String STAND_IN = "***";

    private final Pattern json;
    private final Pattern form;

    /**
     * @param fields whose values are secret, without regard to case
     */
    public Redaction(Collection<String> fields) {
        String names = fields.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
        this.json =
                Pattern.compile("(\"(?:" + names + ")\"\\s*:\\s*)(\"(?:\\\\.|[^\"\\\\])*\"?|[^\\s,}\\]\"]+)", flags);
        this.form = Pattern.compile("(?<![\\w.-])((?:" + names + ")=)[^&\\s\"]+", flags);
    }

    /** The text without them. */
    public String text(String plain) {
        return form.matcher(json.matcher(plain).replaceAll("$1\"" + STAND_IN + "\""))
                .replaceAll("$1" + STAND_IN);
    }
}
