package kz.paysandbox.adapters.merchant.store;

import java.nio.charset.StandardCharsets;

/** Text from outside as every database takes it: no control characters, no half surrogates, no longer than its column. */
public final class StoredText {
    private StoredText() {}

    /**
     * Makes text storable.
     *
     * @param most the column's length, in UTF-16 units
     */
    public static String of(String text, int most) {
        String whole =
                new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        if (whole.length() <= most) {
            return whole;
        }
        return whole.substring(0, Character.isHighSurrogate(whole.charAt(most - 1)) ? most - 1 : most);
    }
}
