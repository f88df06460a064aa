package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;

/** New connections to Kaspi r2 with a client certificate, one call on each: whole handshakes, and resumed sessions. */
final class Handshakes {

    private static final int WARM_SECONDS = 10;
    private static final int SECONDS = 6;
    private static final int ROUNDS = 3;
    private static final int THREADS = 8;
    private static final String PING = "/r2/v01/health/ping";

    private final Subject subject;
    private final Path pki;

    Handshakes(Subject subject, Path pki) {
        this.subject = subject;
        this.pki = pki;
    }

    void measure() throws Exception {
        KeyManager[] held = keys();
        Client resuming = client(held);
        System.out.printf("%nnew mTLS connections/s to Kaspi r2, one call each, %d threads%n", THREADS);
        for (int round = 0; round <= ROUNDS; round++) {
            int seconds = round == 0 ? WARM_SECONDS : SECONDS;
            String note = round == 0 ? " (cold)" : "";
            print("whole handshakes" + note, seconds, () -> client(held));
            print("resumed sessions" + note, seconds, () -> resuming);
        }
    }

    /** Makes the client of one connection. */
    private interface Clients {
        Client next() throws IOException, GeneralSecurityException;
    }

    private void print(String what, int seconds, Clients clients) throws IOException {
        int port = subject.port("kaspi-r2");
        Duration before = subject.processorTime();
        Latencies calls = Client.latencies(THREADS, seconds, () -> {
            try {
                clients.next().get(port, PING);
            } catch (GeneralSecurityException impossible) {
                throw new IOException(impossible);
            }
        });
        System.out.printf(
                Locale.ROOT,
                "  %-28s %6.0f/s  p50 %6.2f ms  p99 %6.2f ms  server's processor time %6.0f us%n",
                what,
                calls.count() / (double) seconds,
                calls.millis(0.5),
                calls.millis(0.99),
                subject.processorTime().minus(before).toNanos() / 1_000.0 / calls.count());
    }

    /** A context of its own has no session to resume. */
    private Client client(KeyManager[] held) throws IOException, GeneralSecurityException {
        return new Client(pki.resolve("ca-bundle.pem"), held);
    }

    private KeyManager[] keys() throws IOException, GeneralSecurityException {
        char[] password =
                Files.readString(pki.resolve("merchant.password")).strip().toCharArray();
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(pki.resolve("merchant.pfx"))) {
            store.load(in, password);
        }
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, password);
        return keys.getKeyManagers();
    }
}
