package kz.paysandbox.emulator.epay;

import java.util.Arrays;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.epay.call.EpayHandler;
import kz.paysandbox.emulator.epay.call.TokenRequirement;
import kz.paysandbox.emulator.epay.rows.NotEmulated;
import kz.paysandbox.emulator.epay.rules.Operation;
import kz.paysandbox.emulator.http.Method;

/**
 * A row of the bank's table.
 *
 * @param page of the bank's site that describes it; what it is where no page does
 * @param path with parameters in braces, without the prefix {@code /api}
 * @param form how its body is judged before it is handled
 * @param operation what it does, for the rules about callers
 */
public record EpayEndpoint(
        String page,
        Method method,
        String path,
        TokenRequirement requirement,
        Form form,
        Operation operation,
        EpayHandler handler) {

    /** How a body is judged before it is handled. */
    public enum Form {
        /** JSON or a form, written as the bank reads it, its names listed by the page where the page has a table. */
        ANY,
        /** As {@link #ANY}, and its Content-Type is JSON. */
        JSON,
        /** By the handler, which words what is wrong as RFC 6749 does. */
        TOKEN_REQUEST,
        /** A payment object: the handler judges its names, and shows it to the rules. */
        PAYMENT_OBJECT
    }

    /** Whether the sandbox does what the row is for, instead of saying that it does not. */
    public boolean isEmulated() {
        return !(handler instanceof NotEmulated.NotEmulatedHandler);
    }

    /** Fixed segments of the path, as {@code epay operation refund}. */
    public String id() {
        return "epay "
                + Arrays.stream(path.split("/"))
                        .filter(segment -> !segment.isEmpty() && !segment.startsWith("{"))
                        .collect(Collectors.joining(" "));
    }
}
