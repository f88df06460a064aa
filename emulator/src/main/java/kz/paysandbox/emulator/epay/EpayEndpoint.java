package kz.paysandbox.emulator.epay;

import java.util.Arrays;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.http.Method;

/**
 * A row of the bank's table.
 *
 * @param page of the bank's site that describes it; what it is where no page does
 * @param path with parameters in braces, without the prefix {@code /api}
 */
public record EpayEndpoint(String page, Method method, String path, Guard guard, EpayHandler handler) {

    /** Whether the sandbox does what the row is for, instead of saying that it does not. */
    public boolean isEmulated() {
        return !(handler instanceof Limits.LeftOut);
    }

    /** Fixed segments of the path, as {@code epay operation refund}. */
    public String id() {
        return "epay "
                + Arrays.stream(path.split("/"))
                        .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                        .collect(Collectors.joining(" "));
    }
}
