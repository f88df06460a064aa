package kz.paysandbox.emulator.cli.terminal;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes of an option: {@code 65536}, {@code 64k}, {@code 64MB}, {@code 1g}; a k is 1,024. */
public final class SizeConverter implements ITypeConverter<Long> {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})([kmg]?)b?");
    private static final int STEP = 10;

    @Override
    public Long convert(String text) {
        Matcher size = FORM.matcher(text.toLowerCase(Locale.ROOT));
        if (!size.matches()) {
            throw new TypeConversionException("'" + text + "' is no size; write it as 64MB, 512k or 1g");
        }
        int steps = size.group(2).isEmpty() ? 0 : "kmg".indexOf(size.group(2)) + 1;
        return Long.parseLong(size.group(1)) << (STEP * steps);
    }
}
