package kz.paysandbox.certs.testing;

import java.util.ArrayList;
import java.util.List;

/**
 * A reader of DER that shares no code with the writer and forgives nothing, as Go's {@code encoding/asn1}, .NET's
 * {@code AsnReader} and mbed TLS forgive nothing: X.690, section 10.
 */
public final class StrictDer {
    private static final int CONSTRUCTED = 0x20;
    private static final int SEQUENCE = 0x30;
    private static final int SET = 0x31;
    private static final int OCTET_STRING = 0x04;
    private static final int BIT_STRING = 0x03;
    private static final int CLASS_BITS = 0xC0;

    private final byte[] bytes;
    private final List<String> faults = new ArrayList<>();

    private StrictDer(byte[] bytes) {
        this.bytes = bytes;
    }

    /** What is not DER, with the offset; empty where all is. What octet strings hold is looked into where it is ASN.1. */
    public static List<String> faults(byte[] bytes) {
        StrictDer reader = new StrictDer(bytes);
        int end = reader.element(0, bytes.length);
        if (end >= 0 && end != bytes.length) {
            reader.faults.add((bytes.length - end) + " bytes after the end");
        }
        return reader.faults;
    }

    /** The offset after the element at {@code from}; -1 where it cannot be read. */
    private int element(int from, int end) {
        if (from + 2 > end) {
            return fault(from, "no room for tag and length");
        }
        int tag = bytes[from] & 0xff;
        int first = bytes[from + 1] & 0xff;
        int content = from + 2;
        int length = first;
        if (first == 0x80) {
            return fault(from, "indefinite length");
        }
        if (first > 0x80) {
            int count = first & 0x7f;
            if (count > 4 || content + count > end) {
                return fault(from, "length of " + count + " bytes");
            }
            length = 0;
            for (int i = 0; i < count; i++) {
                length = length << 8 | (bytes[content + i] & 0xff);
            }
            if (length < 0x80 || length >>> (8 * (count - 1)) == 0) {
                fault(from, "length not in its shortest form");
            }
            content += count;
        }
        if (length < 0 || length > end - content) {
            return fault(from, "longer than what holds it");
        }
        int after = content + length;
        boolean universal = (tag & CLASS_BITS) == 0;
        if (universal && (tag & CONSTRUCTED) != 0 && tag != SEQUENCE && tag != SET) {
            return fault(from, "constructed string, tag " + Integer.toHexString(tag));
        }
        if ((tag & CONSTRUCTED) != 0) {
            members(content, after, tag == SET);
        } else if (tag == OCTET_STRING && length > 2 && bytes[content] == SEQUENCE && looksNested(content, after)) {
            members(content, after, false);
        } else if (tag == BIT_STRING
                && length > 3
                && bytes[content + 1] == SEQUENCE
                && looksNested(content + 1, after)) {
            members(content + 1, after, false);
        }
        return after;
    }

    /** Random bytes may begin as a sequence does: only what ends where its holder ends is taken for one. */
    private boolean looksNested(int from, int after) {
        int first = bytes[from + 1] & 0xff;
        return first == 0x80 || new StrictDer(bytes).end(from, after) == after;
    }

    private int end(int from, int limit) {
        int first = bytes[from + 1] & 0xff;
        if (first < 0x80) {
            return from + 2 + first;
        }
        int count = first & 0x7f;
        long length = 0;
        for (int i = 0; i < count && from + 2 + i < limit; i++) {
            length = length << 8 | (bytes[from + 2 + i] & 0xff);
        }
        return (int) Math.min(Integer.MAX_VALUE, from + 2L + count + length);
    }

    private void members(int from, int after, boolean sorted) {
        int at = from;
        int previous = -1;
        while (at >= 0 && at < after) {
            int next = element(at, after);
            if (sorted && next >= 0 && previous >= 0 && compare(previous, at, next) > 0) {
                fault(at, "members of a set are not sorted");
            }
            previous = at;
            at = next;
        }
    }

    private int compare(int earlier, int later, int end) {
        for (int i = 0; earlier + i < later && later + i < end; i++) {
            int difference = (bytes[earlier + i] & 0xff) - (bytes[later + i] & 0xff);
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int fault(int at, String what) {
        faults.add("offset " + at + ": " + what);
        return -1;
    }
}
