package kz.paysandbox.emulator.http.server;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import kz.paysandbox.emulator.core.data.Bytes;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/**
 * The short way of the calls that make up a load: rows that a plain path names, a body that is there, and no fault that
 * could happen to them. They are answered on the selector's own thread, without servlets, sessions and a second thread.
 * All others go on to Javalin, on a thread of the pool.
 */
final class DirectRows extends Handler.Wrapper {

    private final Pipeline pipeline;
    private final RowPaths paths;
    private final int mostBytes;
    private final Executor threads;

    /**
     * @param mostBytes of a body
     */
    DirectRows(Pipeline pipeline, RowPaths paths, int mostBytes, Executor threads) {
        this.pipeline = pipeline;
        this.paths = paths;
        this.mostBytes = mostBytes;
        this.threads = threads;
    }

    /** Nothing here waits: what may wait is given to another thread. */
    @Override
    public InvocationType getInvocationType() {
        return Invocable.InvocationType.NON_BLOCKING;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        long length = length(request.getHeaders());
        Optional<RowPaths.Match> match = length > mostBytes
                ? Optional.empty()
                : paths.find(request.getMethod(), request.getHttpURI().getPath());
        if (match.isEmpty()) {
            onward(request, response, callback);
        } else {
            serve(match.get(), length, request, response, callback);
        }
        return true;
    }

    private void serve(RowPaths.Match match, long length, Request request, Response response, Callback callback) {
        Deque<Content.Chunk> chunks = new ArrayDeque<>(1);
        if (length > 0 && !readWhole(request, chunks)) {
            onward(new Reread(request, chunks), response, callback);
            return;
        }
        byte[] body = copied(chunks);
        boolean served = pipeline.serveFaultless(
                new DirectExit(request, response, callback),
                pipeline.calls().read(request, match.parameters(), Bytes.wrap(body)),
                match.endpoint());
        if (!served && length > 0) {
            Content.Chunk again = Content.Chunk.from(ByteBuffer.wrap(body), true);
            onward(new Reread(request, new ArrayDeque<>(List.of(again))), response, callback);
        } else if (!served) {
            onward(request, response, callback);
        }
    }

    /** The body's length as announced; beyond all limits where it is not known, or the client waits to be asked for it. */
    private static long length(HttpFields headers) {
        if (headers.contains(HttpHeader.TRANSFER_ENCODING) || headers.contains(HttpHeader.EXPECT)) {
            return Long.MAX_VALUE;
        }
        return Math.max(0, headers.getLongField(HttpHeader.CONTENT_LENGTH));
    }

    /** Reads what is there of the body, to {@code chunks}; false where it did not arrive whole. */
    private static boolean readWhole(Request request, Deque<Content.Chunk> chunks) {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                return false;
            }
            chunks.add(chunk);
            if (Content.Chunk.isFailure(chunk)) {
                return false;
            }
            if (chunk.isLast()) {
                return true;
            }
        }
    }

    /** The bytes of chunks, which are given back. */
    private static byte[] copied(Deque<Content.Chunk> chunks) {
        byte[] body =
                new byte[chunks.stream().mapToInt(Content.Chunk::remaining).sum()];
        ByteBuffer place = ByteBuffer.wrap(body);
        chunks.forEach(chunk -> {
            place.put(chunk.getByteBuffer());
            chunk.release();
        });
        return body;
    }

    private void onward(Request request, Response response, Callback callback) {
        threads.execute(() -> {
            try {
                if (!super.handle(request, response, callback)) {
                    Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                }
            } catch (Throwable failed) {
                Response.writeError(request, response, callback, failed);
            }
        });
    }

    /** A request some of whose body was read already, and is read once more. */
    private static final class Reread extends Request.Wrapper {

        private final Deque<Content.Chunk> chunks;

        Reread(Request request, Deque<Content.Chunk> chunks) {
            super(request);
            this.chunks = chunks;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk next = chunks.poll();
            return next == null ? super.read() : next;
        }
    }
}
