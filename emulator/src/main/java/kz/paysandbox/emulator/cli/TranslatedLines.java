package kz.paysandbox.emulator.cli;

import java.io.PrintWriter;
import kz.paysandbox.emulator.language.Language;

/** Prints in another language what the certificate authority's commands say, which know English alone. */
final class TranslatedLines extends PrintWriter {

    private final Language language;

    TranslatedLines(PrintWriter out, Language language) {
        super(out, true);
        this.language = language;
    }

    @Override
    public void println(String line) {
        super.println(language.text(line));
    }

    @Override
    public void println(Object line) {
        println(String.valueOf(line));
    }
}
