package kz.paysandbox.emulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import kz.paysandbox.emulator.fixture.Sandbox;
import kz.paysandbox.emulator.fixture.SandboxWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The same scenario with the same seed, ten times beside each other: the same exchanges to the byte, at both banks. */
@Tag("thorough")
@Sandbox(clock = "now", seed = 11)
@Execution(ExecutionMode.CONCURRENT)
class SameRunTest {

    private static final int RUNS = 10;
    private static final Map<String, Set<String>> JOURNALS = new ConcurrentHashMap<>();
    private static final Map<String, Integer> TIMES = new ConcurrentHashMap<>();

    @RepeatedTest(RUNS)
    void kaspi(SandboxWorld world) {
        record(world, "kaspi", own -> {
            own.play("bank-down-a-minute");
            Shop shop = new Shop(own);
            long payment = shop.sell(1_000);
            own.customer().pay(payment);
            assertThat(shop.follow(payment)).isEqualTo("Processed");
            own.play("refund-answer-lost");
            shop.refund(payment, 300);
            own.faults().add(Map.of("when", Map.of("endpoint", "r3 *", "share", 0.5), "then", Map.of("http", 503)));
            for (int call = 0; call < 20; call++) {
                var unused = shop.trySell(100 + call);
            }
        });
    }

    @RepeatedTest(RUNS)
    void epay(SandboxWorld world) {
        record(world, "epay", own -> {
            own.play("token-expires");
            try (CardShop shop = new CardShop(own, 2)) {
                String held = shop.order();
                shop.pay(held, 1_000, CardBank.GOOD);
                shop.charge(held, 700);
                shop.refund(held, 200);
                own.play("three-ds-abandoned");
                String abandoned = shop.order();
                shop.pay(abandoned, 500, CardBank.ASKED);
                own.clock().advance(Duration.ofMinutes(5));
                own.play("issuer-declines");
                String declined = shop.order();
                shop.pay(declined, 500, CardBank.GOOD);
                assertThat(shop.ask(declined)).isEqualTo("OPEN");
            }
        });
    }

    @AfterAll
    static void all_runs_were_one() {
        assertThat(TIMES).isEqualTo(Map.of("kaspi", RUNS, "epay", RUNS));
        assertThat(new TreeMap<>(JOURNALS))
                .allSatisfy((bank, journals) -> assertThat(journals)
                        .as(bank)
                        .hasSize(1)
                        .allSatisfy(journal -> assertThat(journal).hasSizeGreaterThan(5_000)));
    }

    private static void record(SandboxWorld world, String bank, Consumer<SandboxWorld> run) {
        run.accept(world);
        JOURNALS.computeIfAbsent(bank, name -> ConcurrentHashMap.newKeySet()).add(bytes(world));
        TIMES.merge(bank, 1, Integer::sum);
    }

    /** The answer's own text, not what a reader makes of it. */
    private static String bytes(SandboxWorld world) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(world.control().base() + "/requests/normalized"))
                .header("X-Sandbox-World", world.name())
                .build();
        try {
            return HttpClient.newHttpClient()
                    .send(request, BodyHandlers.ofString())
                    .body();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            throw new AssertionError(stop);
        }
    }
}
