package kz.paysandbox.emulator.cli.terminal;

import java.time.Duration;
import kz.paysandbox.emulator.core.data.DurationText;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A duration of an option. */
public final class DurationConverter implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return DurationText.read(text)
                .filter(duration -> !duration.isNegative())
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no duration; write it as 90s, 3m, 1h30m or PT3M"));
    }
}
