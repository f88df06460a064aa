package kz.paysandbox.emulator.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.faults.Consequence.LossAfter;
import kz.paysandbox.emulator.core.faults.Consequence.SpoiltAnswer.Damage;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.http.CallReader;
import kz.paysandbox.emulator.http.Reply;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SocketChannelEndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A writer of replies to their connection, whole or as a fault has it. */
final class Sender {

    private static final Logger LOG = LoggerFactory.getLogger(Sender.class);
    private static final int DRIPS_A_SECOND = 5;

    private static final Bytes GARBAGE = Bytes.utf8("{\"Data\":{\"Status\":\"Proc");
    private static final Bytes PAGE = Bytes.utf8(
            "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>");

    private Sender() {}

    /** Complete when all that will be written is. */
    static CompletionStage<?> send(Context context, Reply reply, Effect effect, Executor threads) {
        Optional<Damage> damage = effect.damage();
        if (damage.isPresent()) {
            return spoilt(context, reply, damage.get());
        }
        if (effect.consequence() instanceof LossAfter) {
            return whole(context, Reply.hangingUp());
        }
        if (reply.feed().isPresent()) {
            head(context, reply);
            return new FeedSender(context, reply.feed().get(), endPoint(context), threads).send();
        }
        return effect.pace().isSlow() && !reply.hangUp()
                ? drip(context, reply, effect.pace().bytesPerSecond(), threads)
                : whole(context, reply);
    }

    private static CompletionStage<?> spoilt(Context context, Reply reply, Damage damage) {
        try {
            return switch (damage) {
                case MALFORMED -> whole(context, reply.withBody(reply.contentType(), GARBAGE));
                case EMPTY -> whole(context, reply.withBody(reply.contentType(), Bytes.NONE));
                case HTML -> whole(context, reply.withBody("text/html", PAGE));
                case TRUNCATED -> half(context, reply, false);
                case RESET -> half(context, reply, true);
            };
        } catch (IOException gone) {
            LOG.debug("the client left before its answer", gone);
            return CompletableFuture.completedStage("gone");
        }
    }

    private static CompletionStage<?> whole(Context context, Reply reply) {
        if (reply.hangUp()) {
            endPoint(context).close(new ClosedChannelException());
        } else {
            head(context, reply);
            reply.stream()
                    .ifPresentOrElse(
                            stream -> context.result(stream.get()),
                            () -> context.result(reply.body().array()));
        }
        return CompletableFuture.completedStage("sent");
    }

    /** Whole and at once, before its request has been read to the end; that is then read and thrown away. */
    static CompletionStage<?> sendEarly(Context context, Reply reply) {
        try {
            head(context, reply);
            byte[] body = reply.body().array();
            context.res().setContentLength(body.length);
            context.res().getOutputStream().write(body);
            context.res().flushBuffer();
            return UnreadBody.discard(context);
        } catch (IOException gone) {
            LOG.debug("the client left before its answer", gone);
            return CompletableFuture.completedStage("gone");
        }
    }

    /** Half of what Content-Length promises, then the end of the connection: orderly, or by a reset. */
    private static CompletionStage<?> half(Context context, Reply reply, boolean reset) throws IOException {
        head(context, reply);
        byte[] body = reply.body().array();
        context.res().setContentLength(body.length);
        context.res().getOutputStream().write(body, 0, body.length / 2);
        context.res().flushBuffer();
        EndPoint endPoint = endPoint(context);
        if (reset) {
            reset(endPoint);
        }
        endPoint.close();
        return CompletableFuture.completedStage("broken off");
    }

    /** A client that does not read holds up the thread that writes to it, which must not be the one of all timers. */
    private static CompletionStage<?> drip(Context context, Reply reply, int bytesPerSecond, Executor threads) {
        head(context, reply);
        byte[] body = reply.body().array();
        context.res().setContentLength(body.length);
        Executor next = CompletableFuture.delayedExecutor(1_000 / DRIPS_A_SECOND, TimeUnit.MILLISECONDS, threads);
        return dripFrom(context, body, 0, Math.max(1, bytesPerSecond / DRIPS_A_SECOND), next)
                .handle((written, gone) -> "sent as far as the client stayed");
    }

    private static CompletionStage<?> dripFrom(Context context, byte[] body, int from, int drop, Executor next) {
        if (from >= body.length) {
            return CompletableFuture.completedStage("sent");
        }
        return CompletableFuture.runAsync(
                        () -> {
                            try {
                                int to = Math.min(body.length, from + drop);
                                context.res().getOutputStream().write(Arrays.copyOfRange(body, from, to));
                                context.res().flushBuffer();
                            } catch (IOException gone) {
                                throw new UncheckedIOException(gone);
                            }
                        },
                        next)
                .thenCompose(written -> dripFrom(context, body, from + drop, drop, next));
    }

    private static void head(Context context, Reply reply) {
        context.status(reply.status());
        for (Map.Entry<String, String> header : reply.headers().entrySet()) {
            context.header(header.getKey(), header.getValue());
        }
        if (reply.contentType().isEmpty()) {
            context.res().setContentType(null);
        } else {
            context.contentType(reply.contentType());
        }
    }

    /** Closing with nothing to linger for sends RST in place of FIN. */
    private static void reset(EndPoint endPoint) throws IOException {
        EndPoint raw = endPoint instanceof EndPoint.Wrapper wrapper ? wrapper.unwrap() : endPoint;
        if (raw instanceof SocketChannelEndPoint socket) {
            socket.getChannel().setOption(StandardSocketOptions.SO_LINGER, 0);
            socket.close();
        }
    }

    private static EndPoint endPoint(Context context) {
        return CallReader.endPoint(ServletContextRequest.getServletContextRequest(context.req()));
    }
}
