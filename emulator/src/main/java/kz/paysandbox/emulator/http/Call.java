package kz.paysandbox.emulator.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.journal.Exchange;

/**
 * One request as it arrived.
 *
 * @param path without the query, as sent
 * @param target path and query, as sent
 * @param pathParameters decoded, by the name in the row's path
 * @param query decoded; of several values with one name the last one
 * @param body at most the listener's limit
 * @param tooLarge whether the body went beyond it
 */
public record Call(
        String method,
        String path,
        String target,
        Map<String, String> pathParameters,
        Map<String, String> query,
        List<Exchange.Header> headers,
        Bytes body,
        boolean tooLarge,
        Peer peer) {

    /** Names that stand in the query more than once, in whatever case. */
    public List<String> repeatedInQuery() {
        int begin = target.indexOf('?');
        return begin < 0 ? List.of() : Calls.repeated(target.substring(begin + 1));
    }

    /** The first value of a header, found without regard to case. */
    public Optional<String> header(String name) {
        for (Exchange.Header header : headers) {
            if (header.name().equalsIgnoreCase(name)) {
                return Optional.of(header.value());
            }
        }
        return Optional.empty();
    }

    /** Whether a header was sent more than once; its name is found without regard to case. */
    public boolean hasSeveral(String name) {
        int found = 0;
        for (Exchange.Header header : headers) {
            if (header.name().equalsIgnoreCase(name) && ++found > 1) {
                return true;
            }
        }
        return false;
    }

    /** All values of a header, in the order they were sent; its name is found without regard to case. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Exchange.Header::value)
                .toList();
    }
}
