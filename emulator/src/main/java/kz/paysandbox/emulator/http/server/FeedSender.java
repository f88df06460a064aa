package kz.paysandbox.emulator.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.http.Feed;
import org.eclipse.jetty.io.EndPoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A writer of a feed to its connection. It has a thread of the server's only while there is something to write; a reader
 * that does not read holds that one until it is cut off.
 */
final class FeedSender implements Feed.Outlet {

    private static final Logger LOG = LoggerFactory.getLogger(FeedSender.class);

    /** A reader is written to twice as late at the latest. */
    private static final int LOOK_SECONDS = 5;

    private final Context context;
    private final Feed feed;
    private final EndPoint connection;
    private final Executor threads;
    private final CompletableFuture<String> end = new CompletableFuture<>();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicBoolean quiet = new AtomicBoolean();
    private final AtomicBoolean beats = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    FeedSender(Context context, Feed feed, EndPoint connection, Executor threads) {
        this.context = context;
        this.feed = feed;
        this.connection = connection;
        this.threads = threads;
    }

    /** Complete when the reader has gone. */
    CompletionStage<?> send() {
        feed.begin(this);
        more();
        beatLater();
        return end;
    }

    @Override
    public void more() {
        if (asked.getAndIncrement() == 0) {
            run(this::write);
        }
    }

    @Override
    public void cut() {
        run(() -> {
            connection.close(new ClosedChannelException());
            beats.set(true);
            more();
        });
    }

    private void write() {
        int seen;
        do {
            seen = asked.get();
            try {
                if (closed.get()) {
                    return;
                }
                writeAll();
            } catch (IOException | RuntimeException gone) {
                LOG.debug("the reader of a feed has gone", gone);
                ended();
                return;
            }
        } while (!asked.compareAndSet(seen, 0));
    }

    private void writeAll() throws IOException {
        boolean written = false;
        for (Bytes piece = feed.next(); !piece.isEmpty(); piece = feed.next()) {
            context.res().getOutputStream().write(piece.array());
            written = true;
        }
        if (beats.getAndSet(false) && !written) {
            context.res().getOutputStream().write(feed.heartbeat().array());
        }
        quiet.set(false);
        context.res().flushBuffer();
        if (feed.isOver()) {
            ended();
        }
    }

    /** After a while in which nothing was written. */
    private void beatLater() {
        if (closed.get()) {
            return;
        }
        if (quiet.getAndSet(true)) {
            beats.set(true);
            more();
        }
        CompletableFuture.delayedExecutor(LOOK_SECONDS, TimeUnit.SECONDS, this::run)
                .execute(this::beatLater);
    }

    private void ended() {
        close();
        end.complete("ended");
    }

    private void close() {
        if (!closed.getAndSet(true)) {
            feed.closed();
        }
    }

    /**
     * On a thread of the server's. Where it has none any more it has stopped, and with it the connection: the request is
     * then not ended, for there is no server that could answer it.
     */
    private void run(Runnable work) {
        try {
            threads.execute(work);
        } catch (RejectedExecutionException stopped) {
            close();
        }
    }
}
