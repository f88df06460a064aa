package kz.paysandbox.certs.command;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A business identification number: 12 digits. */
final class BinConverter implements ITypeConverter<String> {
    @Override
    public String convert(String value) {
        if (!value.matches("[0-9]{12}")) {
            throw new TypeConversionException("a BIN is 12 digits, but was '" + value + "'");
        }
        return value;
    }
}
