package kz.paysandbox.emulator.core.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/** An address, or all that begin as it does: {@code 172.16.0.0/12}, {@code ::/0} (RFC 4632 and RFC 4291, 2.3). */
public final class AddressRange {

    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F.:]*[.:][0-9a-fA-F.:]*");
    private static final Pattern BITS = Pattern.compile("\\d{1,3}");

    private final byte[] first;
    private final int bits;

    private AddressRange(byte[] first, int bits) {
        this.first = first;
        this.bits = bits;
    }

    /** Reads an address in digits, with or without the number of leading bits that count; empty where it is neither. */
    public static Optional<AddressRange> of(String text) {
        int slash = text.indexOf('/');
        Optional<byte[]> first = bytes(slash < 0 ? text : text.substring(0, slash));
        if (slash < 0 || first.isEmpty()) {
            return first.map(all -> new AddressRange(all, all.length * Byte.SIZE));
        }
        String bits = text.substring(slash + 1);
        return BITS.matcher(bits).matches() && Integer.parseInt(bits) <= first.get().length * Byte.SIZE
                ? Optional.of(new AddressRange(first.get(), Integer.parseInt(bits)))
                : Optional.empty();
    }

    /** Whether an address in digits is in this range; one of the other family never is. */
    public boolean has(String address) {
        return bytes(address)
                .filter(other -> other.length == first.length && beginsAlike(other))
                .isPresent();
    }

    private boolean beginsAlike(byte[] other) {
        for (int bit = 0; bit < bits; bit++) {
            int mask = 1 << (Byte.SIZE - 1 - bit % Byte.SIZE);
            if (((first[bit / Byte.SIZE] ^ other[bit / Byte.SIZE]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }

    /** No name is looked up. */
    private static Optional<byte[]> bytes(String digits) {
        if (!NUMERIC.matcher(digits).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(digits).getAddress());
        } catch (UnknownHostException malformed) {
            return Optional.empty();
        }
    }
}
