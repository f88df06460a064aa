package kz.paysandbox.emulator.epay.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.net.OwnListeners;
import org.junit.jupiter.api.Test;

class HttpSenderTest {

    private final Sender sender = new HttpSender(Duration.ofMillis(300), HttpSenderTest::context, new OwnListeners());

    @Test
    void whoNeverAnswersIsGivenUpOn() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            List<CompletionStage<Sender.Receipt>> posts = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                posts.add(sender.post("http://127.0.0.1:" + silent.getLocalPort() + "/", Bytes.utf8("{}")));
            }
            posts.forEach(post -> assertThat(receipt(post)).isEqualTo(Sender.Receipt.failed("no answer in time")));
        }
    }

    @Test
    void aClosedDoorIsSaidToBeOne() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(receipt(sender.post("http://127.0.0.1:" + port + "/", Bytes.utf8("{}")))
                        .error())
                .isEqualTo("connection refused");
    }

    @Test
    void anUnusableTrustFailsEveryPostAndHoldsNoPlace() {
        List<CompletionStage<Sender.Receipt>> posts = new ArrayList<>();
        Sender untrusting = new HttpSender(
                Duration.ofMinutes(1),
                () -> {
                    throw new IllegalStateException("no trust here");
                },
                new OwnListeners());
        for (int n = 0; n < 100; n++) {
            posts.add(untrusting.post("http://127.0.0.1:1/", Bytes.NONE));
        }
        posts.forEach(post -> assertThat(receipt(post).status()).isZero());
    }

    private static Sender.Receipt receipt(CompletionStage<Sender.Receipt> post) {
        return post.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    private static SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
