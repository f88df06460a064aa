package kz.paysandbox.emulator.epay.callbacks;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.Keeping;

/** A sender that tells merchants of nothing that could be lost: what has changed in worlds is kept before. */
public record KeptFirst(Sender sender, Keeping keeping) implements Sender {

    @Override
    public CompletionStage<Receipt> post(String url, Bytes body) {
        return keeping.pending(false)
                .map(kept -> kept.handle((done, failed) -> failed == null)
                        .thenCompose(isKept -> isKept
                                ? sender.post(url, body)
                                : CompletableFuture.completedStage(Receipt.unsent("what it tells of cannot be kept"))))
                .orElseGet(() -> sender.post(url, body));
    }

    @Override
    public void close() {
        sender.close();
    }
}
