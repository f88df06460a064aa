package kz.paysandbox.emulator.epay.domain.tokens;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import kz.paysandbox.emulator.core.Ids;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.records.Records;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.KeyedValues;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/** The tokens of a world, bounded: the oldest go first. A token begins with its world's tag, so it can be found by it. */
public final class Tokens {

    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
    private static final int LENGTH = 14;

    private final Ids ids;
    private final String tag;
    private final int most;
    private final MemoryAccount account;
    private final Records<String, AccessToken> byValue = new Records<>();
    private final Records<String, AccessToken> byRefresh = new Records<>();
    private final Deque<AccessToken> oldestFirst = new ArrayDeque<>();
    private final ChangeSignal counting = new ChangeSignal();
    private long given;

    /**
     * A token as it is kept outside the process.
     *
     * @param renewable whether what it was given out with can still renew it
     */
    public record KeptToken(AccessToken token, boolean renewable) {}

    /**
     * How many were given.
     *
     * @param given also of those that are no more; the next one's value follows
     */
    public record Given(long given) {}

    public Tokens(Ids ids, String tag, int most, WorldMemory memory) {
        this.account = memory.account(MemoryKind.PAYMENTS, this::evictOldest);
        this.ids = ids;
        this.tag = tag;
        this.most = most;
    }

    /** A new token; only a password's comes with one to renew it (authorisation page). */
    public AccessToken issue(Shop shop, Grant grant, String scope, Binding binding, Instant now, Duration life) {
        AccessToken token = keep(shop, grant, scope, binding, new AccessToken.Validity(now, life));
        account.keep(token.bytes());
        return token;
    }

    private synchronized AccessToken keep(
            Shop shop, Grant grant, String scope, Binding binding, AccessToken.Validity validity) {
        counting.changing(SingleValue.KEY);
        given++;
        String refresh = grant == Grant.PASSWORD ? value("epay.refresh", given) : "";
        AccessToken token =
                new AccessToken(value("epay.token", given), refresh, shop, grant, scope, binding, validity, 0);
        while (oldestFirst.size() >= most && evictOldest()) {
            // one at a time
        }
        add(token, !refresh.isEmpty());
        return token;
    }

    private void add(AccessToken token, boolean renewable) {
        oldestFirst.addLast(token);
        byValue.put(token.value(), token);
        if (renewable) {
            byRefresh.put(token.refresh(), token);
        }
    }

    /** These tokens, to be kept outside the process. */
    public List<StateTable<?>> tables() {
        return List.of(
                StateTable.of(
                        "epay.token-count",
                        Given.class,
                        new SingleValue<>(counting, this::count, kept -> given = kept.given())),
                StateTable.of(
                                "epay.tokens",
                                KeptToken.class,
                                new KeyedValues<>(byValue.signal(), this::kept, this::values, this::restore))
                        .with(StateTable.Trait.SECRET_KEYS)
                        .with(StateTable.Trait.OF_CREDENTIALS));
    }

    private synchronized Given count() {
        return new Given(given);
    }

    private synchronized Optional<KeptToken> kept(String value) {
        return byValue.findSettled(value)
                .map(token ->
                        new KeptToken(token, byRefresh.find(token.refresh()).isPresent()));
    }

    private synchronized List<String> values() {
        return oldestFirst.stream().map(AccessToken::value).toList();
    }

    private void restore(KeptToken kept) {
        synchronized (this) {
            add(kept.token(), kept.renewable());
        }
        account.keep(kept.token().bytes());
    }

    public Optional<AccessToken> find(String value) {
        return byValue.find(value);
    }

    /** The token that this was given out with, if it is this shop's; it can be renewed once. */
    public synchronized Optional<AccessToken> takeRefresh(String refresh, Shop shop) {
        Optional<AccessToken> found =
                byRefresh.find(refresh).filter(known -> known.shop().equals(shop));
        found.ifPresent(known -> {
            byValue.signal().changing(known.value());
            byRefresh.remove(refresh);
        });
        return found;
    }

    /**
     * Counts a use. Of several calls at once with one token exactly one is told 0.
     *
     * @return how many uses there were before this one; empty where the token is not kept any more
     */
    public OptionalInt use(String value) {
        return byValue.<String>change(value, known -> Outcome.ok(known.used()), "")
                .value()
                .map(counted -> OptionalInt.of(counted.uses() - 1))
                .orElseGet(OptionalInt::empty);
    }

    private synchronized boolean evictOldest() {
        AccessToken oldest = oldestFirst.pollFirst();
        if (oldest == null) {
            return false;
        }
        byValue.remove(oldest.value());
        byRefresh.remove(oldest.refresh());
        account.give(oldest.bytes());
        return true;
    }

    private String value(String kind, long n) {
        var random = ids.random(kind, n);
        StringBuilder value = new StringBuilder(tag.toUpperCase(Locale.ROOT));
        for (int drawn = 0; drawn < LENGTH; drawn++) {
            value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return value.toString();
    }
}
