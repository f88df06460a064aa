package kz.paysandbox.emulator.cli.findings;

/** What of a text XML 1.0 can have; writers of XML escape markup and let control characters through. */
public final class XmlLetters {

    private XmlLetters() {}

    /** A text without the characters that XML cannot have. */
    public static String of(String text) {
        return text.codePoints()
                .filter(XmlLetters::isInXml)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isInXml(int letter) {
        boolean blank = letter == '\n' || letter == '\t';
        boolean surrogate = letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE;
        return blank || (letter >= ' ' && !surrogate && letter != 0xFFFE && letter != 0xFFFF);
    }
}
