package kz.paysandbox.emulator.core.data;

/** The beginning of a text that may be long, for people. */
public final class Excerpt {

    private Excerpt() {}

    /**
     * The text itself where it is short.
     *
     * @param longest characters that are shown, before a sign that there are more
     */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
