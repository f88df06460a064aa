package kz.paysandbox.adapters.transport.jdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import kz.paysandbox.adapters.transport.ApiRequest;
import kz.paysandbox.adapters.transport.Repeat;
import org.junit.jupiter.api.Test;

/** What was said to be unsent stays unsent, however late the connection is made. */
class JdkProgressTest {
    private static final byte[] BODY = {1, 2, 3};

    private final JdkProgress progress = new JdkProgress();
    private final BodyPublisher publisher = progress.publish(BODY);

    @Test
    void a_body_that_was_said_to_be_unsent_does_not_leave_later() {
        assertThat(progress.keptBack(request(Optional.of(BODY)))).isTrue();
        assertThatThrownBy(() -> first(publisher).join()).hasMessageContaining("given up");
        assertThat(progress.keptBack(request(Optional.of(BODY)))).isTrue();
    }

    @Test
    void a_body_that_has_left_is_not_kept_back() {
        assertThat(first(publisher).join()).isEqualTo(3);
        assertThat(progress.keptBack(request(Optional.of(BODY)))).isFalse();
    }

    @Test
    void of_a_request_without_a_body_nothing_is_certain() {
        assertThat(progress.keptBack(request(Optional.empty()))).isFalse();
    }

    private static ApiRequest request(Optional<byte[]> body) {
        return new ApiRequest(
                "test",
                "id",
                "POST",
                URI.create("https://bank.example"),
                Map.of(),
                body,
                Duration.ofSeconds(1),
                Repeat.NEVER);
    }

    /** How many bytes the first buffer has. */
    private static CompletableFuture<Integer> first(BodyPublisher publisher) {
        CompletableFuture<Integer> bytes = new CompletableFuture<>();
        publisher.subscribe(new Flow.Subscriber<>() {
            @Override
            public void onSubscribe(Flow.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            public void onNext(ByteBuffer buffer) {
                bytes.complete(buffer.remaining());
            }

            @Override
            public void onError(Throwable failure) {
                bytes.completeExceptionally(failure);
            }

            @Override
            public void onComplete() {}
        });
        return bytes;
    }
}
