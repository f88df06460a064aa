package kz.paysandbox.emulator.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Exchange;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What every request of a listener goes through: read, judged, answered, written down, sent. */
final class Pipeline {

    private static final Logger LOG = LoggerFactory.getLogger(Pipeline.class);

    private final Listener listener;
    private final Calls calls;
    private final HttpLimits limits;
    private final LongSupplier nanoTime;

    Pipeline(Listener listener, HttpLimits limits, LongSupplier nanoTime) {
        this.listener = listener;
        this.limits = limits;
        this.nanoTime = nanoTime;
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
        World world = listener.edge().worldOf(call);
        Visit visit = new Visit(call, world, world.journal().nextNumber());
        Reply reply = refusedNow(visit).orElseGet(() -> answer(visit, endpoint, status));
        if (reply.later().isPresent()) {
            CompletionStage<Reply> later = reply.later().get();
            context.future(() -> later.exceptionally(bug -> broken(visit, bug))
                    .thenAccept(ready -> finish(context, visit, endpoint, ready, begun))
                    .toCompletableFuture());
        } else {
            finish(context, visit, endpoint, reply, begun);
        }
    }

    private void finish(Context context, Visit visit, Optional<Endpoint> endpoint, Reply reply, long begun) {
        Duration took = Duration.ofNanos(nanoTime.getAsLong() - begun);
        visit.world().journal().add(entry(visit, endpoint, reply, took));
        send(context, reply);
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
        if (visit.call().tooLarge()) {
            return listener.edge().tooLarge(visit, limits.body()).with("Connection", "close");
        }
        try {
            return endpoint.map(row -> row.handler().apply(visit))
                    .orElseGet(() -> status == 405
                            ? listener.edge().wrongMethod(visit)
                            : listener.edge().unknownRoute(visit));
        } catch (RuntimeException bug) {
            return broken(visit, bug);
        }
    }

    private Reply broken(Visit visit, Throwable bug) {
        LOG.error(
                "{}: {} {} failed",
                listener.name(),
                visit.call().method(),
                visit.call().path(),
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
                listener.edge().written(call),
                reply.status(),
                listener.edge().written(reply),
                new Exchange.Tls(
                        peer.address(),
                        peer.protocol(),
                        peer.cipher(),
                        peer.certificate().map(known -> known.subject()).orElse("")),
                visit.notes());
    }

    private static void send(Context context, Reply reply) {
        if (reply.hangUp()) {
            Calls.endPoint(ServletContextRequest.getServletContextRequest(context.req()))
                    .close(new ClosedChannelException());
            return;
        }
        context.status(reply.status());
        reply.headers().forEach(context::header);
        if (!reply.contentType().isEmpty()) {
            context.contentType(reply.contentType());
        }
        context.result(reply.body().array());
    }
}
