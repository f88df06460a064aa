package kz.paysandbox.emulator.epay.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.state.NotKept;
import org.junit.jupiter.api.Test;

class KeptFirstTest {

    private final List<String> sent = new ArrayList<>();
    private final Sender merchant = (url, body) -> {
        sent.add(url);
        return CompletableFuture.completedFuture(Sender.Receipt.answered(200, "", ""));
    };

    @Test
    void where_nothing_is_to_be_kept_it_is_sent_at_once() {
        assertThat(post(Optional.empty())).isCompletedWithValueMatching(receipt -> receipt.status() == 200);
        assertThat(sent).containsExactly("http://shop");
    }

    @Test
    void nothing_is_sent_before_it_is_kept() {
        CompletableFuture<Void> kept = new CompletableFuture<>();
        CompletableFuture<Sender.Receipt> receipt = post(Optional.of(kept));
        assertThat(sent).isEmpty();
        kept.complete(null);
        assertThat(receipt).isCompletedWithValueMatching(known -> known.status() == 200);
        assertThat(sent).containsExactly("http://shop");
    }

    @Test
    void what_cannot_be_kept_is_not_sent_and_says_so() {
        CompletableFuture<Sender.Receipt> receipt =
                post(Optional.of(CompletableFuture.failedStage(new NotKept("full", new IllegalStateException()))));
        assertThat(receipt)
                .isCompletedWithValueMatching(
                        known -> !known.sent() && known.error().contains("cannot be kept"));
        assertThat(sent).isEmpty();
    }

    private CompletableFuture<Sender.Receipt> post(Optional<CompletionStage<Void>> pending) {
        return new KeptFirst(merchant, all -> all ? Optional.empty() : pending)
                .post("http://shop", Bytes.NONE)
                .toCompletableFuture();
    }
}
