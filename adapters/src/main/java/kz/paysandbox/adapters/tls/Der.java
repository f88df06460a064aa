package kz.paysandbox.adapters.tls;

import java.nio.ByteBuffer;

/** A reader of DER, as far as an encrypted private key needs it; anything else ends in an exception. */
final class Der {
    static final int SEQUENCE = 0x30;
    static final int OCTETS = 0x04;
    static final int INTEGER = 0x02;
    static final int OID = 0x06;

    private final ByteBuffer bytes;

    Der(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    boolean more() {
        return bytes.hasRemaining();
    }

    boolean next(int tag) {
        return more() && (bytes.get(bytes.position()) & 0xff) == tag;
    }

    Der sequence() {
        return new Der(value(SEQUENCE));
    }

    byte[] value(int tag) {
        if (!next(tag)) {
            throw new IllegalArgumentException("DER without the expected tag " + tag);
        }
        bytes.get();
        int length = length();
        if (length > bytes.remaining()) {
            throw new IllegalArgumentException("DER cut short");
        }
        byte[] value = new byte[length];
        bytes.get(value);
        return value;
    }

    private int length() {
        int first = oneByte();
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = first & 0x7f; i > 0; i--) {
            length = length << 8 | oneByte();
            if (length < 0 || length > 1 << 20) {
                throw new IllegalArgumentException("DER too long");
            }
        }
        return length;
    }

    private int oneByte() {
        if (!more()) {
            throw new IllegalArgumentException("DER cut short");
        }
        return bytes.get() & 0xff;
    }
}
