package kz.paysandbox.emulator.cli.start;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class LeasesTest {

    private static final String ID = "5f0c";

    @TempDir
    Path folder;

    private final PipedOutputStream starter = new PipedOutputStream();
    private final CountDownLatch ended = new CountDownLatch(1);

    @Test
    void each_connection_is_greeted_and_counts_until_it_is_closed() throws Exception {
        Leases leases = open(Duration.ofMillis(1));
        try (Socket first = connect(leases)) {
            assertThat(greeting(first)).isEqualTo(ID);
            try (Socket second = connect(leases)) {
                assertThat(greeting(second)).isEqualTo(ID);
                starter.close();
            }
            assertThat(ended.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_starter_counts_by_its_end_of_the_input_and_what_it_writes_means_nothing() throws Exception {
        open(Duration.ofMillis(1));
        starter.write("quit\n".getBytes(StandardCharsets.US_ASCII));
        starter.flush();
        assertThat(ended.await(200, TimeUnit.MILLISECONDS)).isFalse();
        starter.close();
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void a_connection_that_was_reset_before_its_greeting_harms_no_other() throws Exception {
        Leases leases = Leases.open(ID, new PipedInputStream(starter));
        try (Socket other = connect(leases)) {
            try (Socket reset = connect(leases)) {
                reset.setSoLinger(true, 0);
            }
            leases.whenUnused(Duration.ofMillis(1), ended::countDown);
            assertThat(greeting(other)).isEqualTo(ID);
            starter.close();
            try (Socket later = connect(leases)) {
                assertThat(greeting(later)).isEqualTo(ID);
            }
            assertThat(ended.await(200, TimeUnit.MILLISECONDS)).isFalse();
        }
        assertThat(ended.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void who_comes_while_it_lingers_is_served() throws Exception {
        Leases leases = open(Duration.ofSeconds(20));
        starter.close();
        try (Socket late = connect(leases)) {
            assertThat(greeting(late)).isEqualTo(ID);
        }
        assertThat(ended.getCount()).isEqualTo(1);
    }

    private Leases open(Duration linger) throws IOException {
        Leases leases = Leases.open(ID, new PipedInputStream(starter));
        leases.whenUnused(linger, ended::countDown);
        return leases;
    }

    private Socket connect(Leases leases) throws IOException {
        Path file = folder.resolve("lease.json");
        leases.publish(file);
        JsonNode written = new JsonMapper().readTree(file.toFile());
        assertThat(written.path("id").asText()).isEqualTo(ID);
        return new Socket(
                InetAddress.getByAddress(new byte[] {127, 0, 0, 1}),
                written.path("port").intValue());
    }

    private static String greeting(Socket user) throws IOException {
        return new String(user.getInputStream().readNBytes(ID.length()), StandardCharsets.US_ASCII);
    }
}
