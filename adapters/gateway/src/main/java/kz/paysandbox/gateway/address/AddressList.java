package kz.paysandbox.gateway.address;

import java.util.Arrays;
import java.util.List;

/**
 * Addresses and ranges of addresses.
 *
 * @param ranges of CIDR
 */
public record AddressList(List<AddressRange> ranges) {
    /** Nothing is on it: of callers it admits any, of proxies it trusts none. */
    public static final AddressList EMPTY = new AddressList(List.of());

    /** Copies the list. */
    public AddressList {
        ranges = List.copyOf(ranges);
    }

    /**
     * Reads addresses and ranges ({@code 10.0.0.0/8}, {@code ::1}) with commas.
     *
     * @throws IllegalArgumentException when one is neither
     */
    public static AddressList parse(String text) {
        return new AddressList(Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(AddressRange::parse)
                .toList());
    }

    /** Whether an address is on it; text that is no address never is. */
    public boolean contains(String address) {
        return ranges.stream().anyMatch(range -> range.contains(address));
    }

    /** Whether nothing is on it. */
    public boolean empty() {
        return ranges.isEmpty();
    }

    /** Whether a caller passes: every one does, where the list is empty. */
    public boolean admits(String address) {
        return empty() || contains(address);
    }
}
