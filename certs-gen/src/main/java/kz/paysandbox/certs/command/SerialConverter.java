package kz.paysandbox.certs.command;

import java.math.BigInteger;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A serial number as registry.json or openssl prints it. */
final class SerialConverter implements ITypeConverter<BigInteger> {
    @Override
    public BigInteger convert(String value) {
        String hex = value.replace(":", "");
        if (!hex.matches("[0-9a-fA-F]{1,40}")) {
            throw new TypeConversionException("a serial is up to 40 hexadecimal digits, but was '" + value + "'");
        }
        return new BigInteger(hex, 16);
    }
}
