package kz.paysandbox.emulator.epay.callbacks;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow.Subscription;
import org.jspecify.annotations.Nullable;

/** The beginning of what a shop answered; the rest is read and dropped, and an answer without end is cut off. */
final class BriefText implements BodySubscriber<String> {

    /** Bytes that are kept. */
    static final int MOST_KEPT = 500;

    /** Bytes that are read. */
    private static final int MOST_READ = 65_536;

    private final ByteArrayOutputStream kept = new ByteArrayOutputStream(64);
    private final CompletableFuture<String> text = new CompletableFuture<>();
    private @Nullable Subscription source;
    private int read;

    @Override
    public CompletionStage<String> getBody() {
        return text;
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        source = subscription;
        subscription.request(Long.MAX_VALUE);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        for (ByteBuffer buffer : buffers) {
            read += buffer.remaining();
            byte[] part = new byte[Math.min(buffer.remaining(), MOST_KEPT - kept.size())];
            buffer.get(part);
            kept.write(part, 0, part.length);
        }
        if (read > MOST_READ) {
            if (source != null) {
                source.cancel();
            }
            onComplete();
        }
    }

    @Override
    public void onError(Throwable broken) {
        text.completeExceptionally(broken);
    }

    @Override
    public void onComplete() {
        text.complete(kept.toString(StandardCharsets.UTF_8).strip() + (read > kept.size() ? "…" : ""));
    }
}
