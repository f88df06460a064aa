package kz.paysandbox.emulator.http.server;

import java.util.Optional;
import java.util.function.LongSupplier;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.ExchangeRedaction;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.WorldCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The reasons of refusals for the caller's developer: in the journal, in the log, and in a header where the listener
 * has it so. The answer's own text stays the bank's.
 */
final class RefusalReasons {

    /** The header. */
    static final String HEADER = "X-Sandbox-Reason";

    private static final Logger LOG = LoggerFactory.getLogger(RefusalReasons.class);

    /** Characters of a header's value at most. */
    private static final int LONGEST = 500;

    /** The same line is logged once in so many nanoseconds: clients repeat themselves. */
    private static final long QUIET = 60_000_000_000L;

    private final Listener listener;
    private final LongSupplier nanoTime;
    private final LruCache<String, Long> logged = new LruCache<>(1_000);

    RefusalReasons(Listener listener, LongSupplier nanoTime) {
        this.listener = listener;
        this.nanoTime = nanoTime;
    }

    /** The reply as it is sent; a reply without a reason is sent as it is. */
    Reply tell(WorldCall worldCall, Optional<Endpoint> endpoint, Reply reply) {
        if (reply.reason().isEmpty()) {
            return reply;
        }
        String reason = printable(reply.reason());
        worldCall.noteOnce(cut(reply.reason()));
        log(endpoint.map(Endpoint::id).orElse("an address that no row has") + " refused: "
                + ExchangeRedaction.unnamedWords(reason));
        return listener.tellsReasons() && !reply.hangUp() ? reply.with(HEADER, reason) : reply;
    }

    private void log(String line) {
        long now = nanoTime.getAsLong();
        if (logged.put(line, now).filter(before -> now - before < QUIET).isEmpty()) {
            LOG.info("{}: {}", listener.name(), line);
        }
    }

    private static String cut(String text) {
        return Excerpt.of(text, LONGEST);
    }

    /** One line of ASCII, as header values must be; what else there is becomes its Unicode escape. */
    static String printable(String text) {
        StringBuilder line = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && line.length() < LONGEST; i++) {
            char character = text.charAt(i);
            if (character >= ' ' && character <= '~') {
                line.append(character);
            } else {
                line.append(String.format("\\u%04x", (int) character));
            }
        }
        return line.toString().strip();
    }
}
