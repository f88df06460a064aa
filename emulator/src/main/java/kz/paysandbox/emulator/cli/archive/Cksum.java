package kz.paysandbox.emulator.cli.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The checksum of a file that {@code cksum} of every Unix prints (POSIX.1-2017, cksum). */
final class Cksum {

    private static final int POLYNOMIAL = 0x04C11DB7;
    private static final int CHUNK = 1 << 18;

    private final int[] table = new int[256];
    private int sum;

    private Cksum() {
        for (int first = 0; first < table.length; first++) {
            int rest = first << 24;
            for (int bit = 0; bit < 8; bit++) {
                rest = rest < 0 ? rest << 1 ^ POLYNOMIAL : rest << 1;
            }
            table[first] = rest;
        }
    }

    /** In decimal. */
    static String of(Path file) throws IOException {
        Cksum cksum = new Cksum();
        byte[] chunk = new byte[CHUNK];
        long length = 0;
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                for (int at = 0; at < read; at++) {
                    cksum.add(chunk[at]);
                }
                length += read;
            }
        }
        for (long rest = length; rest != 0; rest >>>= 8) {
            cksum.add((byte) rest);
        }
        return Integer.toUnsignedString(~cksum.sum);
    }

    private void add(byte next) {
        sum = sum << 8 ^ table[(sum >>> 24 ^ next) & 0xff];
    }
}
