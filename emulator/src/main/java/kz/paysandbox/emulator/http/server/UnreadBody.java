package kz.paysandbox.emulator.http.server;

import io.javalin.http.Context;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.http.CallReader;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * The discarding of what still comes after a body that is too large was answered: a connection that is closed while
 * its client still sends is reset, and the client never sees the answer. Bounded in bytes and in time; holds no thread.
 */
final class UnreadBody {

    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final long LONGEST_MILLIS = 10_000;

    /** How long the client may say nothing: it has read its answer. */
    private static final long SILENCE_MILLIS = 1_000;

    private static final int BUFFER = 16 * 1024;

    private UnreadBody() {}

    /** Ends when the body does, or when it was waited for long enough; never with an exception. */
    static CompletionStage<?> discard(Context context) {
        CompletableFuture<Object> ended = new CompletableFuture<>();
        try {
            CallReader.endPoint(ServletContextRequest.getServletContextRequest(context.req()))
                    .setIdleTimeout(SILENCE_MILLIS);
            ServletInputStream body = context.req().getInputStream();
            body.setReadListener(new Discard(body, ended));
        } catch (IOException | IllegalStateException gone) {
            ended.complete("gone");
        }
        return ended.completeOnTimeout("too slow", LONGEST_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static final class Discard implements ReadListener {

        private final ServletInputStream body;
        private final CompletableFuture<Object> ended;
        private final byte[] buffer = new byte[BUFFER];
        private long read;

        Discard(ServletInputStream body, CompletableFuture<Object> ended) {
            this.body = body;
            this.ended = ended;
        }

        @Override
        public void onDataAvailable() throws IOException {
            while (!ended.isDone() && body.isReady()) {
                int part = body.read(buffer);
                read += Math.max(0, part);
                if (part < 0 || read > MOST_BYTES) {
                    ended.complete("read");
                }
            }
        }

        @Override
        public void onAllDataRead() {
            ended.complete("read");
        }

        @Override
        public void onError(Throwable failure) {
            ended.complete("gone");
        }
    }
}
