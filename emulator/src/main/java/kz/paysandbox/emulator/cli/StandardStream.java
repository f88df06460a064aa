package kz.paysandbox.emulator.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A standard stream of the process which remembers what could not be written: output that got lost is no success. */
final class StandardStream extends OutputStream {

    private final FileOutputStream file;
    private @Nullable IOException failure;

    StandardStream(FileDescriptor descriptor) {
        this.file = new FileOutputStream(descriptor);
    }

    /** In the terminal's letters; in UTF-8 where those are ASCII alone, as under LANG=C, for half of what is said is Russian. */
    PrintWriter writer() {
        Charset charset = charset(Optional.ofNullable(System.getProperty("stdout.encoding"))
                .or(() -> Optional.ofNullable(System.getProperty("sun.stdout.encoding")))
                .or(() -> Optional.ofNullable(System.getProperty("native.encoding"))));
        return writer(this, charset);
    }

    static PrintWriter writer(OutputStream out, Charset charset) {
        Writer letters = new OutputStreamWriter(new BufferedOutputStream(out), charset);
        return new PrintWriter(
                charset.equals(StandardCharsets.UTF_8) ? letters : new NearestLetters(letters, charset), true);
    }

    static Charset charset(Optional<String> name) {
        Charset charset =
                name.filter(Charset::isSupported).map(Charset::forName).orElse(Charset.defaultCharset());
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    /** Why output was lost; empty where none was, or where the reader has gone away, as {@code head} does. */
    Optional<String> failure() {
        return Optional.ofNullable(failure)
                .map(lost -> String.valueOf(lost.getMessage()))
                .filter(message -> !message.toLowerCase(Locale.ROOT).contains("pipe") && !isPipe());
    }

    /** Whether a pipe could have failed, where the system shows it: its own words for it are in the user's language. */
    private static boolean isPipe() {
        try {
            return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString().startsWith("pipe:");
        } catch (IOException | UnsupportedOperationException otherSystem) {
            return false;
        }
    }

    @Override
    public void write(int letter) throws IOException {
        write(new byte[] {(byte) letter}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        try {
            file.write(bytes, from, length);
        } catch (IOException lost) {
            failure = lost;
            throw lost;
        }
    }
}
