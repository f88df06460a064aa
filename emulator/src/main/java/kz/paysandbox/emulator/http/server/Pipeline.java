package kz.paysandbox.emulator.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import kz.paysandbox.emulator.core.Heap;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Calls;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.ExchangeRedaction;
import kz.paysandbox.emulator.http.HttpLimits;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.Peer;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.Trouble;
import kz.paysandbox.emulator.http.Visit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request of a listener goes through: read, judged, answered, written down, sent. */
final class Pipeline {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Listener listener;
    private final Calls calls;
    private final HttpLimits limits;
    private final LongSupplier nanoTime;
    private final Executor threads;
    private final Heap heap;
    private final Predicate<World> hasItsShare;
    private final Faults faults;
    private final RefusalReasons reasons;

    Pipeline(
            Listener listener,
            HttpLimits limits,
            LongSupplier nanoTime,
            Executor threads,
            Heap heap,
            Predicate<World> hasItsShare) {
        this.listener = listener;
        this.limits = limits;
        this.nanoTime = nanoTime;
        this.threads = threads;
        this.heap = heap;
        this.hasItsShare = hasItsShare;
        this.faults = new Faults(listener.edge());
        this.reasons = new RefusalReasons(listener, nanoTime);
        this.calls = new Calls(listener, limits.body());
    }

    /** Serves a request that matched a row. */
    void serve(Context context, Endpoint endpoint) throws IOException {
        run(context, Optional.of(endpoint), 0);
    }

    /** Serves a request that no row takes, for the reason that {@code status} says: 404 or 405. */
    void serveUnmatched(Context context, int status) throws IOException {
        run(context, Optional.empty(), status);
    }

    private void run(Context context, Optional<Endpoint> endpoint, int status) throws IOException {
        long begun = nanoTime.getAsLong();
        Call call = calls.read(context, endpoint.isPresent());
        Optional<World> proved = listener.edge().worldOf(call);
        World world = proved.orElseGet(() -> listener.edge().worldOfStranger(call));
        long number = listener.edge().isJournaled() ? world.journal().nextNumber() : 0;
        Visit visit = new Visit(call, world, number, proved.isEmpty());
        Outcome<Trouble, Reply> plan = OwnRequest.refusalOf(call)
                .map(Outcome::<Trouble, Reply>refused)
                .or(() -> endpoint.map(row -> faults.meeting(row, visit)))
                .orElseGet(() -> Outcome.ok(Trouble.NONE));
        Trouble trouble = plan.value().orElse(Trouble.NONE);
        Duration delay = trouble.effect().pace().delay();
        visit.answerDelivered(trouble.effect().consequence().deliversAnswer());
        if (delay.isZero()) {
            conclude(
                    context,
                    visit,
                    endpoint,
                    trouble,
                    begun,
                    plan.fold(met -> reply(visit, endpoint, met, status), refused -> refused));
        } else {
            Executor afterwards = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, threads);
            CompletionStage<Reply> late = CompletableFuture.supplyAsync(
                            () -> reply(visit, endpoint, trouble, status), afterwards)
                    .thenCompose(reply -> reply.later().orElseGet(() -> CompletableFuture.completedStage(reply)));
            conclude(context, visit, endpoint, trouble, begun, Reply.later(late));
        }
    }

    private Reply reply(Visit visit, Optional<Endpoint> endpoint, Trouble trouble, int status) {
        return refusedNow(visit)
                .or(() -> faults.answer(visit, trouble.effect()))
                .orElseGet(() -> answer(visit, endpoint, status));
    }

    private void conclude(
            Context context, Visit visit, Optional<Endpoint> endpoint, Trouble trouble, long begun, Reply reply) {
        if (reply.later().isPresent()) {
            CompletionStage<Reply> later = reply.later().get();
            context.future(() -> later.exceptionally(bug -> broken(visit, bug))
                    .thenCompose(ready -> finish(context, visit, endpoint, trouble, begun, ready))
                    .toCompletableFuture());
        } else if (trouble.effect().pace().isSlow() || visit.call().isTooLarge()) {
            context.future(() ->
                    finish(context, visit, endpoint, trouble, begun, reply).toCompletableFuture());
        } else {
            var unused = finish(context, visit, endpoint, trouble, begun, reply);
        }
    }

    private CompletionStage<?> finish(
            Context context, Visit visit, Optional<Endpoint> endpoint, Trouble trouble, long begun, Reply answered) {
        Reply reply = listener.edge().leaving(visit, reasons.tell(visit, endpoint, answered));
        Reply sent = faults.replaced(visit, trouble, reply);
        if (listener.edge().isJournaled() && visit.world().journal().keeps()) {
            Duration took = Duration.ofNanos(nanoTime.getAsLong() - begun);
            keep(visit, entry(visit, endpoint, reply, took));
        }
        boolean early = visit.call().isTooLarge() && trouble.effect().equals(Effect.NONE) && !reply.hangUp();
        return early ? Sender.sendEarly(context, sent) : Sender.send(context, sent, trouble.effect(), threads);
    }

    private static void keep(Visit visit, Exchange entry) {
        if (visit.isStranger()) {
            visit.world().journal().addOfStranger(entry);
        } else {
            visit.world().journal().add(entry);
        }
    }

    /** A certificate that was revoked, or has expired, since the connection was opened ends that connection. */
    private Optional<Reply> refusedNow(Visit visit) {
        Optional<String> refusal = listener.tls()
                .flatMap(tls -> tls.clients())
                .flatMap(clients -> visit.call().peer().certificate().flatMap(clients.trust()::refusalOf));
        refusal.ifPresent(reason -> {
            LOG.warn(
                    "{}: connection from {} closed: client certificate {}",
                    listener.name(),
                    visit.call().peer().address(),
                    reason);
            visit.note("connection closed: the client certificate is refused now: " + reason);
        });
        return refusal.map(reason -> Reply.hangingUp());
    }

    private Reply answer(Visit visit, Optional<Endpoint> endpoint, int status) {
        if (visit.call().isTooLarge()) {
            return listener.edge().tooLarge(visit, limits.body()).with("Connection", "close");
        }
        Optional<Reply> full = full(visit);
        if (full.isPresent()) {
            return full.get();
        }
        try {
            return endpoint.map(row -> row.handler().apply(visit)).orElseGet(() -> unmatched(visit, status));
        } catch (RuntimeException bug) {
            return broken(visit, bug);
        }
    }

    private Reply unmatched(Visit visit, int status) {
        Optional<String> nearest = NearestRow.note(visit.call(), listener.endpoints());
        nearest.ifPresent(visit::note);
        Reply reply = status == 405
                ? listener.edge().wrongMethod(visit)
                : listener.edge().unknownRoute(visit, nearest);
        String allowed = reply.status() == 405 ? NearestRow.allowed(visit.call(), listener.endpoints()) : "";
        return allowed.isEmpty() ? reply : reply.with("Allow", allowed);
    }

    /** Worlds that were sent little may still store something; callers without credentials store nothing anyway. */
    private Optional<Reply> full(Visit visit) {
        if (listener.edge().isJournaled()) {
            int bytes = visit.call().body().size();
            if (bytes > 0 && !visit.isStranger()) {
                visit.world().received(bytes);
            }
            return heap.isFull() && !visit.isStranger() && hasItsShare.test(visit.world())
                    ? listener.edge().full(visit)
                    : Optional.empty();
        }
        return heap.isFull() ? listener.edge().full(visit) : Optional.empty();
    }

    private Reply broken(Visit visit, Throwable bug) {
        for (Throwable cause = bug; cause != null; cause = cause.getCause()) {
            if (cause instanceof OutOfMemoryError error) {
                heap.exhausted(error);
            }
        }
        LOG.error(
                "{}: {} {} failed",
                listener.name(),
                visit.call().method(),
                ExchangeRedaction.unnamed(visit.call().path()),
                bug);
        return listener.edge().broken(visit);
    }

    private Exchange entry(Visit visit, Optional<Endpoint> endpoint, Reply reply, Duration took) {
        Call call = visit.call();
        Peer peer = call.peer();
        return new Exchange(
                visit.number(),
                visit.world().now(),
                took,
                listener.name(),
                endpoint.map(Endpoint::id).orElse(""),
                ExchangeRedaction.of(call),
                reply.status(),
                ExchangeRedaction.of(reply),
                new Exchange.Tls(
                        peer.address(),
                        peer.protocol(),
                        peer.cipher(),
                        peer.certificate().map(known -> known.subject()).orElse("")),
                visit.notes());
    }
}
