package kz.paysandbox.emulator.core.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes that nobody changes any more: whoever wraps an array gives it away. */
public final class Bytes {

    public static final Bytes NONE = new Bytes(new byte[0]);

    private final byte[] array;

    private Bytes(byte[] array) {
        this.array = array;
    }

    /** Takes the array over. */
    public static Bytes wrap(byte[] array) {
        return array.length == 0 ? NONE : new Bytes(array);
    }

    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    public int size() {
        return array.length;
    }

    public boolean isEmpty() {
        return array.length == 0;
    }

    /** The array itself, for whoever writes or parses it; not to be changed. */
    public byte[] array() {
        return array;
    }

    /** As UTF-8 text. */
    public String text() {
        return new String(array, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(array, bytes.array);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(array);
    }

    @Override
    public String toString() {
        return array.length + " bytes";
    }
}
