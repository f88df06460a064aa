package kz.paysandbox.emulator.epay.rules;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.journal.Exercises;
import kz.paysandbox.emulator.core.journal.Findings;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.http.WorldCall;

/** Authorisation page: an original token is got and used for each operation. */
final class TokenRules {

    /** A customer may reload a page once; a server may hold a token for each of its threads. */
    private static final int MOST_OF_INVOICE = 2;

    private static final int MOST_WITHOUT = 19;

    private record UnusedToken(String token, Instant until, long request) {}

    private final LruCache<String, Long> spent;
    private final LruCache<String, List<UnusedToken>> unused;

    /** When the life of the token that a shop was given last is over, by client id. */
    private final LruCache<String, Instant> lastEnd;

    private final AtomicBoolean knowsAnOperation = new AtomicBoolean();

    TokenRules(WorldMemory memory) {
        this.spent = new LruCache<>(10_000, memory, MemoryKind.RULES, 24);
        this.unused = new LruCache<>(10_000, memory, MemoryKind.RULES, 450);
        this.lastEnd = new LruCache<>(1_000, memory, MemoryKind.RULES, 24);
    }

    /** A token is given out; too many that nobody used are told of together, and then counted anew. */
    void issued(AccessToken token, WorldCall worldCall) {
        Findings findings = worldCall.world().findings();
        Exercises exercises = findings.exercises();
        exercises.count(EpaySituation.TOKEN, EpaySituation.PRODUCT);
        AccessToken.Validity validity = token.validity();
        if (lastEnd.put(token.shop().clientId(), validity.end())
                .filter(end -> !end.isAfter(validity.issued())
                        && end.isAfter(findings.run().since()))
                .isPresent()) {
            exercises.count(EpaySituation.TOKEN_RENEWED, EpaySituation.PRODUCT);
        }
        if (!token.binding().postLink().isEmpty()
                || !token.binding().failurePostLink().isEmpty()) {
            exercises.count(EpaySituation.POST_LINK, EpaySituation.PRODUCT);
        }
        int most = token.binding().invoiceId().isEmpty() ? MOST_WITHOUT : MOST_OF_INVOICE;
        UnusedToken next = new UnusedToken(token.value(), token.validity().end(), worldCall.number());
        List<UnusedToken> waiting = unused.update(
                key(token),
                List.of(),
                before -> with(before, next, most, token.validity().issued()));
        if (waiting.size() > most) {
            worldCall.finding(
                    EpayClause.TOKEN_TOO_OFTEN,
                    EpayClause.TOKEN_TOO_OFTEN.severity(),
                    waiting.size() + " tokens were asked for " + of(token) + ", and none of them was used",
                    waiting.stream().limit(most).map(UnusedToken::request).toList());
        }
    }

    /** The unused and living ones; the one that was too many ends the count. */
    private static List<UnusedToken> with(List<UnusedToken> before, UnusedToken next, int most, Instant now) {
        Stream<UnusedToken> earlier = before.size() > most ? before.stream().skip(most) : before.stream();
        return Stream.concat(earlier.filter(one -> one.until().isAfter(now)), Stream.of(next))
                .toList();
    }

    /** A token is used for anything at all. */
    void used(AccessToken token) {
        unused.find(key(token)).filter(waiting -> !waiting.isEmpty()).ifPresent(waiting -> unused.forget(key(token)));
    }

    /** Whether a payment or an operation was seen before, in this world. */
    boolean knewAnOperation() {
        return knowsAnOperation.getAndSet(true);
    }

    /** A token is used for a payment or an operation; the request that used it first, where there was one. */
    Optional<Long> spent(AccessToken token, long request) {
        long first = spent.update(token.value(), request, known -> known);
        return first == request ? Optional.empty() : Optional.of(first);
    }

    private static String of(AccessToken token) {
        return token.binding().invoiceId().isEmpty() ? "without an invoice" : "for one invoice";
    }

    private static String key(AccessToken token) {
        return token.shop().clientId() + "\n" + token.binding().invoiceId();
    }
}
