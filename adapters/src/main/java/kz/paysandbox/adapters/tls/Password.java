package kz.paysandbox.adapters.tls;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The password of a private key: given by value, by a file (read again when it changes) or by an environment variable. */
public final class Password {
    /** What editors of Windows put before UTF-8. */
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Supplier<char[]> source;
    private final List<Path> files;

    private Password(Supplier<char[]> source, List<Path> files) {
        this.source = source;
        this.files = files;
    }

    /** The password itself. */
    public static Password of(String value) {
        return new Password(value::toCharArray, List.of());
    }

    /** No password: only for keys that are not encrypted. */
    public static Password none() {
        return of("");
    }

    /** The first line of a file. */
    public static Password file(Path file) {
        return new Password(() -> firstLine(file), List.of(file));
    }

    /** A variable of the given environment, usually {@code System.getenv()}. */
    public static Password environment(String variable, Map<String, String> environment) {
        return new Password(
                () -> {
                    String value = environment.get(variable);
                    if (value == null) {
                        throw new BadKeyMaterial(
                                "the environment variable " + variable + " is not set",
                                "Set it to the password of the private key");
                    }
                    return value.toCharArray();
                },
                List.of());
    }

    char[] read() {
        return source.get();
    }

    List<Path> files() {
        return files;
    }

    /** What to say of a password that opens nothing: Java and OpenSSL write other letters than ASCII differently. */
    static BadKeyMaterial refused(
            Path file, String what, char[] password, String remedy, String convert, @Nullable Throwable cause) {
        for (char letter : password) {
            if (letter > 126) {
                return new BadKeyMaterial(
                        file,
                        "the password does not open " + what + ", and has letters other than ASCII, which Java and"
                                + " OpenSSL write differently",
                        "Choose a password of Latin letters and digits. " + convert,
                        cause);
            }
        }
        return new BadKeyMaterial(file, "the password does not open " + what, remedy, cause);
    }

    private static char[] firstLine(Path file) {
        try {
            String text = Files.readString(file);
            text = text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
            int end = text.indexOf('\n');
            return (end < 0 ? text : text.substring(0, end)).strip().toCharArray();
        } catch (CharacterCodingException e) {
            throw new BadKeyMaterial(
                    file, "the password is not written in UTF-8", "Save the file as UTF-8, without a BOM", e);
        } catch (IOException e) {
            throw new BadKeyMaterial(file, "the password cannot be read", "Check the path and its permissions", e);
        }
    }

    @Override
    public String toString() {
        return "Password[hidden]";
    }
}
