package kz.paysandbox.emulator.http.server;

import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.http.CallReader;
import kz.paysandbox.emulator.http.Reply;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** The way out of a request that Jetty alone has handled: whole answers, written without a thread that waits. */
record DirectExit(Request request, Response response, Callback callback) implements Exit {

    /** As the servlet library writes it. */
    private static HttpField contentType(String type) {
        MimeTypes.Type known = MimeTypes.CACHE.get(type);
        return known == null ? new HttpField(HttpHeader.CONTENT_TYPE, type) : known.getContentTypeField();
    }

    /** Jetty's callback ends the request, whenever that is. */
    @Override
    public void await(Supplier<CompletionStage<?>> work) {
        var unused = work.get().whenComplete((sent, failed) -> {
            if (failed != null) {
                callback.failed(failed);
            }
        });
    }

    /** Whichever thread it is: sending waits for nobody. */
    @Override
    public Executor afterWaiting() {
        return Runnable::run;
    }

    @Override
    public CompletionStage<?> send(Reply reply, Effect effect) {
        if (reply.hangUp()) {
            CallReader.endPoint(request).close(new ClosedChannelException());
            callback.succeeded();
        } else {
            response.setStatus(reply.status());
            if (!reply.contentType().isEmpty()) {
                response.getHeaders().put(contentType(reply.contentType()));
            }
            reply.headers().forEach((name, value) -> response.getHeaders().put(name, value));
            response.write(true, ByteBuffer.wrap(reply.body().array()), callback);
        }
        return CompletableFuture.completedStage("sent");
    }

    @Override
    public CompletionStage<?> sendEarly(Reply reply) {
        return send(reply, Effect.NONE);
    }
}
