package kz.paysandbox.adapters.merchant;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.Surroundings;
import kz.paysandbox.adapters.transport.TestSurroundings;
import kz.paysandbox.adapters.transport.Transport;

/** A shop's program over a database of its own and a bank that answers as told. */
final class Scene {
    static final Bin FIRST = Bin.of("180340021791");
    static final Bin SECOND = Bin.of("990340000013");
    static final String SHOP = "books";

    final TestSurroundings time = TestSurroundings.create();
    final ScriptedBank bank = new ScriptedBank();
    final DataSource source;
    final MerchantKaspi merchant;

    Scene(DataSource source) {
        this.source = source;
        this.merchant = merchant(bank, source);
    }

    static Scene on(TestSource kind) {
        return new Scene(kind.open());
    }

    /** As another process over the same database. */
    MerchantKaspi merchant(Transport another, DataSource over) {
        return merchant(another, over, time.surroundings());
    }

    /** As another process, whose threads really wait for each other, and whose clock stands still. */
    MerchantKaspi patient(Transport another) {
        Surroundings usual = time.surroundings();
        return merchant(
                another,
                source,
                new Surroundings(
                        usual.clock(),
                        usual.nanoTime(),
                        duration -> LockSupport.parkNanos(duration.toNanos() / 10),
                        usual.random(),
                        usual.requestIds()));
    }

    /** The same program over a database that is opened otherwise. */
    MerchantKaspi over(Database database) {
        return over(bank, database);
    }

    MerchantKaspi over(Transport another, Database database) {
        return merchant(another, database, time.surroundings());
    }

    private static MerchantKaspi merchant(Transport another, DataSource over, Surroundings surroundings) {
        return merchant(another, Database.of(over), surroundings);
    }

    private static MerchantKaspi merchant(Transport another, Database over, Surroundings surroundings) {
        HttpSettings http = HttpSettings.standard(surroundings);
        KaspiR3 client = KaspiR3.of(KaspiSettings.over(URI.create("https://bank.example"), http, http.over(another)));
        return MerchantKaspi.of(client, over, surroundings);
    }

    ShopConfig registered(Bin bin, long tradePointId, String token) {
        bank.answers(device(token));
        return merchant.register(SHOP, bin, tradePointId, "till-" + tradePointId, "front");
    }

    /** A payment 15 of 100 tenge, under a till of the first organisation. */
    void sold() {
        registered(FIRST, 1, "token");
        bank.answers(qr(15));
        merchant.createQr(SHOP, Optional.empty(), Tenge.of(100), "order-1").orThrow();
    }

    /** What the bank answers to a refund that it carries out. */
    void refundApplied(long refundable, long operation) {
        bank.answers(details(refundable)).answers(details(refundable)).answers(returned(operation));
    }

    /** Refunds 50 tenge of payment 15. */
    MoneyAnswer<Refund> refund(String key) {
        return merchant.refund(SHOP, 15, Tenge.of(50), key);
    }

    /** A refund for whose sending nothing is scripted, as if the program ended there. */
    void crashes(String key) {
        assertThatThrownBy(() -> refund(key)).isInstanceOf(AssertionError.class);
    }

    static String device(String token) {
        return "{\"StatusCode\":0,\"Data\":{\"DeviceToken\":\"" + token + "\"}}";
    }

    static String qr(long id) {
        return "{\"StatusCode\":0,\"Data\":{\"QrToken\":\"code-" + id
                + "\",\"ExpireDate\":\"2026-11-21T14:03:00.000+05:00\",\"QrPaymentId\":" + id + "}}";
    }

    static String invoice(long id) {
        return "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":" + id + "}}";
    }

    static String status(String word) {
        return "{\"StatusCode\":0,\"Data\":{\"Status\":\"" + word + "\"}}";
    }

    static String details(long refundable) {
        return "{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15,\"TotalAmount\":100,\"AvailableReturnAmount\":"
                + refundable + ",\"TransactionDate\":\"2026-11-21T14:03:00.000+05:00\"}}";
    }

    static String returned(long operation) {
        return "{\"StatusCode\":0,\"Data\":{\"ReturnOperationId\":" + operation + "}}";
    }

    static String refused(long code) {
        return "{\"StatusCode\":" + code + ",\"Message\":\"no\"}";
    }

    static <T> List<T> atOnce(int callers, IntFunction<T> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<T>> all = IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit((Callable<T>) () -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            List<T> answers = new ArrayList<>();
            for (Future<T> one : all) {
                answers.add(one.get());
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }
}
