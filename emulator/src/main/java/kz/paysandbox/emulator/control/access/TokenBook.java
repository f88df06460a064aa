package kz.paysandbox.emulator.control.access;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.metrics.MeterSource;
import kz.paysandbox.emulator.core.metrics.Sample;

/** The tokens of persons and pipelines: bounded in number, kept by their hashes alone. */
public final class TokenBook implements MeterSource {

    /** Most tokens at a time. */
    public static final int MOST = 100;

    /** Of feeds that end with their token. */
    private static final int MOST_WATCHERS = 1_000;

    /** Why a token was not made. */
    public enum Refusal {
        NAME_TAKEN,
        TOO_MANY
    }

    /** A token that was just made: the only time that it is seen. */
    public record Made(NamedToken token, String secret) {}

    private final TokenKeeper keeper;
    private final InstantSource machine;
    private final RandomGenerator random;
    private final Watchers<String> removals = new Watchers<>(MOST_WATCHERS);
    private final Map<String, TokenUse> uses = new ConcurrentHashMap<>();
    private volatile List<NamedToken> tokens;
    private volatile boolean limitBytes;

    /**
     * @param kept those of a server before this one
     */
    public TokenBook(TokenKeeper keeper, List<NamedToken> kept, InstantSource machine, RandomGenerator random) {
        this.keeper = keeper;
        this.machine = machine;
        this.random = random;
        this.tokens = List.copyOf(kept);
        this.limitBytes = limitBytes(kept);
    }

    /**
     * A new token.
     *
     * @throws java.io.UncheckedIOException where it cannot be kept; then there is none
     */
    public synchronized Outcome<Made, Refusal> add(String name, Scope scope, Optional<Instant> expires, Quota quota) {
        if (named(name).isPresent()) {
            return Outcome.refused(Refusal.NAME_TAKEN);
        }
        if (tokens.size() >= MOST) {
            return Outcome.refused(Refusal.TOO_MANY);
        }
        String secret = Secrets.fresh(random);
        NamedToken made = new NamedToken(name, scope, Secrets.sha256(secret), now(), expires, quota);
        List<NamedToken> more = new ArrayList<>(tokens);
        more.add(made);
        keeper.keep(more);
        publish(more);
        return Outcome.ok(new Made(made, secret));
    }

    /**
     * Withdraws a token: from now on it opens nothing, and what it holds open ends.
     *
     * @return whether there was one
     * @throws java.io.UncheckedIOException where that cannot be kept; it is withdrawn until the next start all the same
     */
    public synchronized boolean remove(String name) {
        List<NamedToken> rest =
                tokens.stream().filter(token -> !token.name().equals(name)).toList();
        boolean found = rest.size() < tokens.size();
        if (found) {
            publish(rest);
            uses.remove(name);
            removals.tell(name);
            keeper.keep(rest);
        }
        return found;
    }

    private void publish(List<NamedToken> changed) {
        tokens = List.copyOf(changed);
        limitBytes = limitBytes(changed);
    }

    private static boolean limitBytes(List<NamedToken> all) {
        return all.stream().anyMatch(token -> token.quota().bytes().isPresent());
    }

    /** Whether any of them limits what its worlds may hold. */
    boolean limitBytes() {
        return limitBytes;
    }

    /** The one whose token this is, expired or not; takes the same time whichever it is, or none. */
    Optional<NamedToken> of(String secret) {
        String hash = Secrets.sha256(secret);
        Optional<NamedToken> found = Optional.empty();
        for (NamedToken token : tokens) {
            if (Secrets.areEqual(hash, token.sha256())) {
                found = Optional.of(token);
            }
        }
        return found;
    }

    /** Whether a token opens anything now. */
    boolean isGood(NamedToken token) {
        return tokens.contains(token) && !token.isExpired(now());
    }

    public Optional<NamedToken> named(String name) {
        return tokens.stream().filter(token -> token.name().equals(name)).findFirst();
    }

    /** In the order in which they were made. */
    public List<NamedToken> all() {
        return tokens;
    }

    /** Its use; counted from the server's start, or from when it was made. */
    public TokenUse use(NamedToken token) {
        return uses.computeIfAbsent(token.name(), name -> new TokenUse());
    }

    /**
     * Counts a call.
     *
     * @param reads whether it only reads
     * @param refused whether its scope does not cover it
     */
    public void count(NamedToken token, boolean reads, boolean refused) {
        if (!tokens.contains(token)) {
            return;
        }
        if (refused) {
            use(token).refused();
        } else {
            use(token).used(reads);
        }
    }

    /** Tells the name of each that is withdrawn. */
    boolean watch(Consumer<String> watcher) {
        return removals.watch(watcher);
    }

    void unwatch(Consumer<String> watcher) {
        removals.unwatch(watcher);
    }

    Instant now() {
        return machine.instant();
    }

    @Override
    public Stream<Sample> samples() {
        return tokens.stream()
                .flatMap(token -> Stream.of(
                        sample(token, "read", use(token).reads()),
                        sample(token, "write", use(token).writes()),
                        sample(token, "refused", use(token).refusals())));
    }

    private static Sample sample(NamedToken token, String kind, long times) {
        return Sample.counter(
                "kzpay_sandbox_token_calls",
                "Calls of the control surface by named token; refused are those that its scope does not cover.",
                Map.of("token", token.name(), "kind", kind),
                times);
    }
}
