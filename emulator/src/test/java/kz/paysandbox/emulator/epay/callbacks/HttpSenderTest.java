package kz.paysandbox.emulator.epay.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.net.OwnListeners;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class HttpSenderTest {

    private final Sender sender = new HttpSender(Duration.ofMillis(700), HttpSenderTest::context, new OwnListeners());

    @Test
    void who_never_answers_is_given_up_on() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 500, InetAddress.getLoopbackAddress())) {
            List<CompletionStage<Sender.Receipt>> posts = new ArrayList<>();
            for (int n = 0; n < 200; n++) {
                posts.add(sender.post("http://127.0.0.1:" + silent.getLocalPort() + "/", Bytes.utf8("{}")));
            }
            posts.forEach(post -> assertThat(receipt(post)).isEqualTo(Sender.Receipt.failed("no answer in time")));
        }
    }

    @Test
    void a_closed_door_is_said_to_be_one() throws IOException {
        int port;
        try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = gone.getLocalPort();
        }
        assertThat(receipt(sender.post("http://127.0.0.1:" + port + "/", Bytes.utf8("{}")))
                        .error())
                .isEqualTo("connection refused");
    }

    @Test
    void every_address_of_a_host_is_tried() throws IOException {
        InetAddress[] both = {
            InetAddress.getByAddress(new byte[] {127, 0, 0, 2}), InetAddress.getByAddress(new byte[] {127, 0, 0, 1})
        };
        for (InetAddress only : both) {
            Sender shops = new HttpSender(
                    Duration.ofSeconds(5),
                    HttpSenderTest::context,
                    new MerchantAddresses(new OwnListeners(), host -> both));
            try (OneAnswer shop = OneAnswer.at(only)) {
                assertThat(receipt(shops.post("http://shop_app:" + shop.port() + "/paid", Bytes.utf8("{}"))))
                        .as(only.toString())
                        .isEqualTo(Sender.Receipt.answered(200, "", ""));
                assertThat(shop.request()).contains("Host: shop_app:" + shop.port());
            }
            shops.close();
        }
    }

    @Test
    void a_host_with_an_underscore_is_looked_up_as_any_other() {
        assertThat(receipt(sender.post("http://shop_app.invalid:8080/paid", Bytes.utf8("{}")))
                        .error())
                .isEqualTo("no such host");
    }

    @Test
    void an_address_of_ipv6_is_called_by_its_literal() throws IOException {
        InetAddress loopback = InetAddress.getAllByName("::1")[0];
        Assumptions.assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "this machine has no ::1");
        try (OneAnswer shop = OneAnswer.at(loopback)) {
            assertThat(receipt(sender.post("http://[::1]:" + shop.port() + "/paid?x=1", Bytes.utf8("{}")))
                            .status())
                    .isEqualTo(200);
            assertThat(shop.request()).contains("POST /paid?x=1 HTTP/1.1", "X-Sandbox-Callback: true");
        }
    }

    @Test
    void callbacks_go_out_while_others_hold_the_common_pool() throws Exception {
        CountDownLatch told = new CountDownLatch(1);
        for (int thread = 0; thread < ForkJoinPool.getCommonPoolParallelism(); thread++) {
            ForkJoinPool.commonPool().execute(() -> awaited(told));
        }
        try (OneAnswer shop = OneAnswer.at(InetAddress.getLoopbackAddress())) {
            assertThat(receipt(sender.post("http://127.0.0.1:" + shop.port() + "/", Bytes.NONE))
                            .status())
                    .isEqualTo(200);
        } finally {
            told.countDown();
        }
    }

    @Test
    void nothing_goes_out_once_it_is_closed() throws Exception {
        Sender closed = new HttpSender(Duration.ofSeconds(5), HttpSenderTest::context, new OwnListeners());
        try (OneAnswer shop = OneAnswer.at(InetAddress.getLoopbackAddress())) {
            assertThat(receipt(closed.post("http://127.0.0.1:" + shop.port() + "/", Bytes.NONE))
                            .status())
                    .isEqualTo(200);
        }
        closed.close();
        assertThat(receipt(closed.post("http://127.0.0.1:1/", Bytes.NONE)).status())
                .isZero();
    }

    @Test
    void an_unusable_trust_fails_every_post_and_holds_no_place() {
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

    private static void awaited(CountDownLatch told) {
        try {
            told.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private static SSLContext context() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
