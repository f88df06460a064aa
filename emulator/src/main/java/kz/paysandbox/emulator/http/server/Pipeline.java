package kz.paysandbox.emulator.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.faults.Consequence.MemberReplacement;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.core.metrics.AnswerCounts;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.CallFault;
import kz.paysandbox.emulator.http.CallReader;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.ExchangeRedaction;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.Peer;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.ServerRuntime;
import kz.paysandbox.emulator.http.WorldCall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps that every request of a listener goes through: read, judged, answered, written down, sent. */
final class Pipeline {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Listener listener;
    private final CallReader calls;
    private final HttpLimits limits;
    private final ServerRuntime runtime;
    private final Executor threads;
    private final Faults faults;
    private final RefusalReasons reasons;
    private final AnswerCounts unmatched;

    /** By the row itself: a record's own hash is that of all its parts. Filled at the start, then only read. */
    private final IdentityHashMap<Endpoint, AnswerCounts> matched = new IdentityHashMap<>();

    Pipeline(Listener listener, HttpLimits limits, ServerRuntime runtime, Executor threads) {
        this.listener = listener;
        this.limits = limits;
        this.runtime = runtime;
        this.threads = threads;
        this.faults = new Faults(listener.edge());
        this.reasons = new RefusalReasons(listener, runtime.nanoTime());
        this.calls = new CallReader(listener, limits.body(), runtime.clients());
        this.unmatched = runtime.counts().of(listener.name(), "");
        listener.endpoints().forEach(row -> matched.put(row, runtime.counts().of(listener.name(), row.id())));
    }

    /** Serves a request that matched a row. */
    void serve(Context context, Endpoint endpoint) throws IOException {
        run(new ServletExit(context, threads), calls.read(context, endpoint), Optional.of(endpoint), 0);
    }

    /** Serves a request that no row takes, for the reason that {@code status} says: 404 or 405. */
    void serveUnmatched(Context context, int status) throws IOException {
        run(new ServletExit(context, threads), calls.read(context), Optional.empty(), status);
    }

    /**
     * Serves a call that matched a row, where no fault can meet it.
     *
     * @return false where one can, and nothing was done
     */
    boolean serveFaultless(Exit exit, Call call, Endpoint endpoint) {
        long begun = runtime.nanoTime().getAsLong();
        Optional<World> proved = listener.edge().worldOf(call);
        World world = proved.orElseGet(() -> listener.edge().worldOfStranger(call));
        if (faults.concern(endpoint, call, world)) {
            return false;
        }
        Passage passage = new Passage(
                exit, numbered(call, world, proved.isEmpty()), Optional.of(endpoint), CallFault.NONE, begun);
        conclude(passage, OwnRequest.refusalOf(call).orElseGet(() -> reply(passage, 0)));
        return true;
    }

    /** What a call takes along on its way. */
    private record Passage(Exit exit, WorldCall worldCall, Optional<Endpoint> endpoint, CallFault fault, long begun) {}

    private void run(Exit exit, Call call, Optional<Endpoint> endpoint, int status) {
        long begun = runtime.nanoTime().getAsLong();
        Optional<World> proved = listener.edge().worldOf(call);
        World world = proved.orElseGet(() -> listener.edge().worldOfStranger(call));
        WorldCall worldCall = numbered(call, world, proved.isEmpty());
        Outcome<CallFault, Reply> plan = OwnRequest.refusalOf(call)
                .map(Outcome::<CallFault, Reply>refused)
                .or(() -> endpoint.map(row -> faults.meeting(row, worldCall)))
                .orElseGet(() -> Outcome.ok(CallFault.NONE));
        Passage passage = new Passage(exit, worldCall, endpoint, plan.value().orElse(CallFault.NONE), begun);
        Effect effect = passage.fault().effect();
        worldCall.answerDelivered(effect.consequence().deliversAnswer());
        if (effect.consequence() instanceof MemberReplacement replacement) {
            worldCall.answerDelivered(reply ->
                    JsonReplacement.members(reply, replacement.members()).isEmpty());
        }
        Duration delay = effect.pace().delay();
        if (delay.isZero()) {
            conclude(passage, plan.fold(met -> reply(passage, status), refused -> refused));
        } else {
            Executor afterwards = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads);
            CompletionStage<Reply> late = CompletableFuture.supplyAsync(() -> reply(passage, status), afterwards)
                    .thenCompose(reply -> reply.later().orElseGet(() -> CompletableFuture.completedStage(reply)));
            conclude(passage, Reply.later(late));
        }
    }

    private WorldCall numbered(Call call, World world, boolean stranger) {
        long number = listener.edge().isJournaled() ? world.journal().nextNumber() : 0;
        return new WorldCall(call, world, number, stranger);
    }

    private Reply reply(Passage passage, int status) {
        return refusedNow(passage.worldCall())
                .or(() -> faults.answer(passage.worldCall(), passage.fault().effect()))
                .orElseGet(() -> answer(passage.worldCall(), passage.endpoint(), status));
    }

    private void conclude(Passage passage, Reply reply) {
        if (reply.later().isPresent()) {
            CompletionStage<Reply> later = reply.later().get();
            passage.exit()
                    .await(() -> later.exceptionally(bug -> broken(passage.worldCall(), bug))
                            .thenCompose(ready -> finish(passage, ready)));
        } else if (passage.fault().effect().pace().isSlow()
                || passage.worldCall().call().isTooLarge()
                || reply.feed().isPresent()) {
            passage.exit().await(() -> finish(passage, reply));
        } else {
            Departure departure = departure(passage, reply);
            pending(passage)
                    .ifPresentOrElse(kept -> passage.exit().await(() -> sendKept(passage, departure, kept)), () -> {
                        var unused = departure.from(passage.exit());
                    });
        }
    }

    private CompletionStage<?> finish(Passage passage, Reply answered) {
        Departure departure = departure(passage, answered);
        return pending(passage)
                .<CompletionStage<?>>map(kept -> sendKept(passage, departure, kept))
                .orElseGet(() -> departure.from(passage.exit()));
    }

    /** What the answer may tell of is kept before it goes out. */
    private Optional<CompletionStage<Void>> pending(Passage passage) {
        return passage.endpoint().map(row -> row.traits().tellsOfWorlds()).orElse(true)
                ? runtime.keeping().pending(!listener.edge().isJournaled())
                : Optional.empty();
    }

    private CompletionStage<?> sendKept(Passage passage, Departure departure, CompletionStage<Void> kept) {
        return kept.handleAsync(
                        (done, failed) -> Optional.ofNullable(failed)
                                .map(problem -> notKept(passage, problem))
                                .orElse(departure),
                        passage.exit().afterWaiting())
                .thenCompose(leaving -> leaving.from(passage.exit()));
    }

    private Departure notKept(Passage passage, Throwable problem) {
        Reply reply = listener.edge().notKept(String.valueOf(problem.getMessage()));
        return new Departure(reasons.tell(passage.worldCall(), passage.endpoint(), reply), Effect.NONE, false);
    }

    private Departure departure(Passage passage, Reply answered) {
        WorldCall worldCall = passage.worldCall();
        Effect effect = passage.fault().effect();
        Reply reply = listener.edge().leaving(worldCall, reasons.tell(worldCall, passage.endpoint(), answered));
        passage.endpoint()
                .map(row -> matched.getOrDefault(row, unmatched))
                .orElse(unmatched)
                .add(reply.status(), reply.code());
        Reply sent = faults.replaced(worldCall, passage.fault(), reply);
        if (listener.edge().isJournaled() && worldCall.world().journal().keeps()) {
            Duration took = Duration.ofNanos(runtime.nanoTime().getAsLong() - passage.begun());
            keep(worldCall, entry(worldCall, passage.endpoint(), reply, took));
        }
        boolean early = worldCall.call().isTooLarge() && effect.equals(Effect.NONE) && !reply.hangUp();
        return new Departure(sent, effect, early);
    }

    private static void keep(WorldCall worldCall, Exchange entry) {
        if (worldCall.isStranger()) {
            worldCall.world().journal().addOfStranger(entry);
        } else {
            worldCall.world().journal().add(entry);
        }
    }

    /** The reader of this listener's calls. */
    CallReader calls() {
        return calls;
    }

    /** A certificate that was revoked, or has expired, since the connection was opened ends that connection. */
    private Optional<Reply> refusedNow(WorldCall worldCall) {
        Optional<String> refusal = listener.tls()
                .flatMap(tls -> tls.clients())
                .flatMap(clients -> worldCall.call().peer().certificate().flatMap(clients.trust()::refusalOf));
        refusal.ifPresent(reason -> {
            LOG.warn(
                    "{}: connection from {} closed: client certificate {}",
                    listener.name(),
                    worldCall.call().peer().address(),
                    reason);
            worldCall.note("connection closed: the client certificate is refused now: " + reason);
        });
        return refusal.map(reason -> Reply.hangingUp());
    }

    private Reply answer(WorldCall worldCall, Optional<Endpoint> endpoint, int status) {
        if (worldCall.call().isTooLarge()) {
            int most = Math.max(limits.body(), endpoint.map(Endpoint::mostBytes).orElse(0));
            return listener.edge().tooLarge(worldCall, most).with("Connection", "close");
        }
        Optional<Reply> full = full(worldCall);
        if (full.isPresent()) {
            return full.get();
        }
        try {
            return endpoint.map(row -> row.handler().apply(worldCall)).orElseGet(() -> unmatched(worldCall, status));
        } catch (RuntimeException bug) {
            return broken(worldCall, bug);
        }
    }

    private Reply unmatched(WorldCall worldCall, int status) {
        Optional<String> nearest = NearestRow.note(worldCall.call(), listener.endpoints());
        nearest.ifPresent(worldCall::note);
        Reply reply = status == 405
                ? listener.edge().wrongMethod(worldCall)
                : listener.edge().unknownRoute(worldCall, nearest);
        String allowed = reply.status() == 405 ? NearestRow.allowed(worldCall.call(), listener.endpoints()) : "";
        return allowed.isEmpty() ? reply : reply.with("Allow", allowed);
    }

    /** Worlds that were sent little may still store something; callers without credentials store nothing anyway. */
    private Optional<Reply> full(WorldCall worldCall) {
        if (listener.edge().isJournaled()) {
            int bytes = worldCall.call().body().size();
            if (bytes > 0 && !worldCall.isStranger()) {
                worldCall.world().received(bytes);
            }
            return !worldCall.isStranger() && runtime.admission().isClosed(worldCall.world())
                    ? listener.edge().full(worldCall)
                    : Optional.empty();
        }
        return runtime.admission().isClosedToControl(worldCall.world())
                ? listener.edge().full(worldCall)
                : Optional.empty();
    }

    private Reply broken(WorldCall worldCall, Throwable bug) {
        for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                runtime.admission().heap().exhausted(error);
            }
        }
        LOG.error(
                "{}: {} {} failed",
                listener.name(),
                worldCall.call().method(),
                ExchangeRedaction.unnamed(worldCall.call().path()),
                bug);
        return listener.edge().broken(worldCall);
    }

    private Exchange entry(WorldCall worldCall, Optional<Endpoint> endpoint, Reply reply, Duration took) {
        Call call = worldCall.call();
        Peer peer = call.peer();
        return new Exchange(
                new Exchange.Heading(
                        worldCall.number(),
                        worldCall.world().now(),
                        took,
                        listener.name(),
                        endpoint.map(Endpoint::id).orElse("")),
                ExchangeRedaction.of(call),
                reply.status(),
                ExchangeRedaction.of(reply),
                new Exchange.Tls(
                        peer.address(),
                        peer.protocol(),
                        peer.cipher(),
                        peer.certificate().map(known -> known.subject()).orElse("")),
                worldCall.notes());
    }
}
