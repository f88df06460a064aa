package kz.paysandbox.gateway.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.Settings;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.junit.SandboxServer;
import kz.paysandbox.junit.SandboxWorld;

/**
 * Prints what the gateway adds to a create, how far behind one node is that follows 500 codes, and what 100,000 messages to
 * a dead shop cost. The bank is the sandbox, in a process of its own; ratios are of one run.
 */
public final class GatewayBench {
    /** Of each way: until then the compiler of the virtual machine takes a core from what is measured. */
    private static final int WARM_UP = 5000;

    private static final int CALLS = 500;
    private static final Bin BIN = Bin.of("180340021791");
    private static final Tenge PRICE = Tenge.of(100);

    /** Invoices are not followed, so the create alone is measured. */
    private static final Phone PHONE = Phone.parse("87010000001");

    private final PrintStream out;
    private final SandboxWorld world;

    private GatewayBench(PrintStream out, SandboxWorld world) {
        this.out = out;
        this.world = world;
    }

    /** Runs everything: no arguments. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try (SandboxServer sandbox = SandboxServer.start();
                SandboxWorld world = sandbox.world()) {
            GatewayBench bench = new GatewayBench(System.out, world);
            for (TestDatabase database : TestDatabase.values()) {
                bench.creates(database);
            }
            bench.followed();
        }
    }

    private void creates(TestDatabase database) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.putAll(database.settings(folder));
        try (KaspiR3 kaspi = Kzpay.of(Settings.of(world.settings())).kaspiR3();
                BenchGateway gateway = BenchGateway.start(settings)) {
            DeviceToken till = kaspi.registerDevice(BIN, "BENCH", 1);
            MerchantKaspi merchant = MerchantKaspi.of(kaspi, gateway.database(), Clock.systemUTC());
            merchant.register("bench", BIN, 1, "BENCH-2", "");
            List<IntConsumer> ways = List.of(
                    call -> kaspi.invoice(BIN, till, PHONE, PRICE, Optional.empty())
                            .orThrow(),
                    call -> merchant.invoice("bench", Optional.of(BIN), PHONE, PRICE, "o" + call, Optional.empty())
                            .orThrow(),
                    call -> gateway.invoice());
            long[][] times = measured(ways);
            double client = median(times[0]);
            double journal = median(times[1]);
            double service = median(times[2]);
            out.printf(
                    "%s: create by the client %.2f ms, with the adapters' journal in the same database %.2f ms, by the gateway %.2f ms: the"
                            + " gateway adds %.2f ms at the median, ratio %.2f%n",
                    database, client, journal, service, service - client, service / client);
            deadShop(database, gateway);
        }
    }

    private static long[][] measured(List<IntConsumer> ways) {
        long[][] times = new long[ways.size()][CALLS];
        for (int call = 0; call < WARM_UP + CALLS; call++) {
            for (int way = 0; way < ways.size(); way++) {
                long begun = System.nanoTime();
                ways.get(way).accept(call);
                if (call >= WARM_UP) {
                    times[way][call - WARM_UP] = System.nanoTime() - begun;
                }
            }
        }
        return times;
    }

    /** In milliseconds. */
    private static double median(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    /** The gateway alone, without the outbox, right after it was filled, and when the database has digested that. */
    private void deadShop(TestDatabase database, BenchGateway gateway) throws InterruptedException {
        double without = alone(gateway);
        gateway.deadShop(100_000);
        double filled = alone(gateway);
        gateway.pause(Duration.ofSeconds(30));
        out.printf(
                "%s: a create alone takes %.2f ms at the median, with 100,000 messages to a dead shop %.2f ms, half a minute"
                        + " later %.2f ms; heap in use after a collection %d MB%n",
                database, without, filled, alone(gateway), BenchGateway.heap());
    }

    private static double alone(BenchGateway gateway) {
        return median(IntStream.range(0, CALLS)
                .mapToLong(call -> {
                    long begun = System.nanoTime();
                    gateway.invoice();
                    return System.nanoTime() - begun;
                })
                .toArray());
    }

    private void followed() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("bench");
        Map<String, String> settings = new HashMap<>(world.settings());
        settings.putAll(TestDatabase.H2.settings(folder));
        List<Duration> ages = new ArrayList<>();
        try (BenchGateway gateway = BenchGateway.start(settings)) {
            for (int code = 0; code < 500; code++) {
                gateway.createQr();
            }
            for (int second = 0; second < 60; second++) {
                gateway.pause(Duration.ofSeconds(1));
                if (second >= 10) {
                    ages.add(gateway.oldestLook());
                }
            }
        }
        Duration worst = ages.stream().max(Duration::compareTo).orElseThrow();
        out.printf(
                "500 open codes, one node, -Xmx%dm: the bank was last asked about each at most %.1f s ago (polling"
                        + " interval 5 s); heap in use after a collection %d MB%n",
                Runtime.getRuntime().maxMemory() >> 20, worst.toMillis() / 1000.0, BenchGateway.heap());
    }
}
