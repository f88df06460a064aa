package kz.paysandbox.emulator.cli.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where the archive of a jar is: beside it, or in the user's cache where that folder cannot be written. */
final class ArchivePlace {

    /** System property by which a launcher says which archive it looks for. */
    private static final String ASKED = "kzpay.sandbox.archive";

    /** Of POSIX's {@code cksum}, which the launcher has. */
    private static final int POLYNOMIAL = 0x04C11DB7;

    private ArchivePlace() {}

    /** The one that the launcher of this process looks for; empty where it looks for none. */
    static Optional<Path> asked() {
        return Optional.ofNullable(System.getProperty(ASKED))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    /** The option for a process that is to look after the same. */
    static String asking(Path archive) {
        return "-D" + ASKED + "=" + archive;
    }

    /** The one that launchers look for, by the rule that they have too; empty where no folder is known. */
    static Optional<Path> of(Path jar, JavaBuild java, Map<String, String> environment) {
        String name = jar.getFileName().toString().replaceFirst("\\.jar$", "") + "-" + java.name() + java.ending();
        Path beside = jar.resolveSibling(name);
        if (Files.isRegularFile(beside) || Files.isWritable(beside.getParent())) {
            return Optional.of(beside);
        }
        return cache(environment)
                .map(folder -> folder.resolve("kzpay-sandbox").resolve(checksum(jar.toString()) + "-" + name));
    }

    private static Optional<Path> cache(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("XDG_CACHE_HOME"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of)
                .or(() -> Optional.ofNullable(environment.get("HOME"))
                        .filter(home -> !home.isEmpty())
                        .map(home -> Path.of(home, ".cache")));
    }

    /** That of {@code printf %s TEXT | cksum}. */
    static long checksum(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        int sum = 0;
        for (byte each : bytes) {
            sum = added(sum, each);
        }
        for (int length = bytes.length; length != 0; length >>>= 8) {
            sum = added(sum, length);
        }
        return ~sum & 0xFFFFFFFFL;
    }

    private static int added(int sum, int octet) {
        int next = sum ^ (octet << 24);
        for (int bit = 0; bit < 8; bit++) {
            next = next < 0 ? (next << 1) ^ POLYNOMIAL : next << 1;
        }
        return next;
    }
}
