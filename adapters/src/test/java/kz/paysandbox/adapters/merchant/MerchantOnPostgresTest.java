package kz.paysandbox.adapters.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.Bin;
import kz.paysandbox.adapters.kaspi.DeviceToken;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.KaspiSettings;
import kz.paysandbox.adapters.kaspi.Phone;
import kz.paysandbox.adapters.kaspi.RemoteInvoice;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.ScriptedBank;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class MerchantOnPostgresTest {
    private static final Bin FIRST = Bin.of("180340021791");
    private static final Bin SECOND = Bin.of("990340000013");
    private static final String QR =
            "{\"StatusCode\":0,\"Data\":{\"QrToken\":\"5\",\"ExpireDate\":\"2026-11-21T14:03:00.000+05:00\",\"QrPaymentId\":15}}";
    private static final EmbeddedPostgres POSTGRES = start();
    private static final Database DATABASE = Database.of(POSTGRES.getPostgresDatabase());

    private final TestSurroundings time = TestSurroundings.create();
    private final ScriptedBank bank = new ScriptedBank();
    private final MerchantKaspi merchant = merchant(DATABASE);
    private final String shop;

    MerchantOnPostgresTest(TestInfo test) {
        shop = test.getDisplayName();
    }

    private static EmbeddedPostgres start() {
        try {
            return EmbeddedPostgres.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        POSTGRES.close();
    }

    @Test
    void the_shops_first_till_is_its_default_and_calls_are_logged() {
        ShopConfig config = registered(FIRST, 1, "token-a");
        assertThat(config.standard()).isTrue();
        assertThat(registered(SECOND, 101, "token-b").standard()).isFalse();
        bank.answers(QR);
        merchant.createQr(shop, Optional.of(SECOND), Tenge.of(200), "order-1").orThrow();
        assertThat(bank.lastBody()).contains("990340000013", "token-b");
        bank.answers("{\"StatusCode\":-1501,\"Message\":\"нет\"}");
        merchant.createQr(shop, Optional.empty(), Tenge.of(300), "order-2");
        assertThat(bank.lastBody()).contains("180340021791", "token-a");
        bank.losesTheAnswer();
        merchant.invoice(shop, Optional.empty(), Phone.parse("87010000001"), Tenge.of(7), "order-3");
        bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"Wait\"}}");
        merchant.status(shop, FIRST, 15);
        assertThat(merchant.log().last(shop, 10))
                .extracting(LogEntry::operation, LogEntry::status)
                .containsExactly(
                        tuple(Operation.STATUS, "applied"),
                        tuple(Operation.CREATE, "unknown"),
                        tuple(Operation.CREATE, "not_applied"),
                        tuple(Operation.CREATE, "applied"));
        assertThat(merchant.log().ofPayment(shop, 15))
                .extracting(LogEntry::operation, LogEntry::externalId)
                .containsExactly(
                        tuple(Operation.CREATE, Optional.of("order-1")), tuple(Operation.STATUS, Optional.of("15")));
        assertThat(merchant.log().ofPayment("another shop", 15)).isEmpty();
        LogEntry unknown = merchant.log().last(shop, 2).get(1);
        assertThat(unknown.amount()).contains(Tenge.of(7));
        assertThat(unknown.error().orElseThrow()).contains("X-Request-ID").doesNotContain("87010000001");
    }

    @Test
    void a_shop_acts_for_its_own_bins_only() {
        registered(FIRST, 1, "token");
        assertThatThrownBy(() -> merchant.refund(shop, SECOND, 15, Tenge.of(1))).isInstanceOf(NoSuchBin.class);
        assertThatThrownBy(() -> merchant.createQr("nobody", Optional.of(FIRST), Tenge.of(1), "x"))
                .isInstanceOf(NoSuchBin.class);
        assertThat(bank.requests()).hasSize(1);
    }

    @Test
    void refund_and_cancel_go_out_for_the_bin_that_sold() {
        registered(FIRST, 1, "token");
        bank.answers("{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15,\"TotalAmount\":5,\"AvailableReturnAmount\":5,"
                        + "\"TransactionDate\":\"2026-11-21T14:03:00.000+05:00\"}}")
                .answers("{\"StatusCode\":0,\"Data\":{\"ReturnOperationId\":16}}")
                .answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"RemotePaymentCanceled\"}}");
        assertThat(merchant.refund(shop, FIRST, 15, Tenge.of(5)).settlement()).isEqualTo(Settlement.APPLIED);
        assertThat(merchant.cancelInvoice(shop, FIRST, new RemoteInvoice(17)).settlement())
                .isEqualTo(Settlement.APPLIED);
        bank.answers("{\"StatusCode\":-1601}");
        assertThatThrownBy(() -> merchant.status(shop, FIRST, 18)).isInstanceOf(Rejected.class);
        assertThat(merchant.log().last(shop, 10))
                .extracting(LogEntry::status, LogEntry::paymentId)
                .containsExactly(
                        tuple("failed", Optional.of(18L)),
                        tuple("applied", Optional.of(17L)),
                        tuple("applied", Optional.of(15L)));
    }

    @Test
    void fifty_registrations_at_once_leave_one_row_and_one_default() throws Exception {
        ShopConfigs configs = merchant.configs();
        atOnce(50, i -> configs.save(shop, FIRST, 1, "till", DeviceToken.of("token-" + i), "by " + i));
        assertThat(configs.of(shop)).hasSize(1);
        atOnce(20, i -> configs.save(shop + " other", FIRST, i, "till", DeviceToken.of("token"), ""));
        assertThat(configs.of(shop + " other")).hasSize(20);
        assertThat(configs.of(shop + " other").stream().filter(ShopConfig::standard))
                .hasSize(1);
    }

    @Test
    void the_default_changes_hands_under_contention_and_stays_one() throws Exception {
        ShopConfigs configs = merchant.configs();
        for (int i = 0; i < 4; i++) {
            configs.save(shop, FIRST, i, "till", DeviceToken.of("token"), "");
        }
        List<ShopConfig> rows = configs.of(shop);
        atOnce(16, i -> {
            configs.makeDefault(rows.get(i % 4));
            return rows.get(i % 4);
        });
        assertThat(configs.of(shop).stream().filter(ShopConfig::standard)).hasSize(1);
        configs.setActive(rows.get(0), false);
        assertThat(configs.of(shop).get(0).active()).isFalse();
    }

    @Test
    void a_database_that_fails_after_the_call_does_not_lose_the_answer() throws Exception {
        registered(FIRST, 1, "token");
        FailingSource failing = new FailingSource(POSTGRES.getPostgresDatabase());
        MerchantKaspi other = merchant(Database.of(failing));
        bank.answers(QR);
        bank.whenAsked(failing::kill);
        MoneyAnswer<?> answer = other.createQr(shop, Optional.empty(), Tenge.of(1), "order-9");
        assertThat(answer.settlement()).isEqualTo(Settlement.APPLIED);
        failing.revive();
        assertThat(other.log().last(shop, 1).get(0).status()).isEqualTo("started");
        bank.answers(QR);
        bank.whenAsked(() -> {});
        assertThat(other.createQr(shop, Optional.empty(), Tenge.of(1), "order-10")
                        .settlement())
                .isEqualTo(Settlement.APPLIED);
    }

    @Test
    void without_the_first_line_of_the_log_no_call_is_made() throws Exception {
        registered(FIRST, 1, "token");
        FailingSource failing = new FailingSource(POSTGRES.getPostgresDatabase());
        MerchantKaspi other = merchant(Database.of(failing));
        ShopConfig config = merchant.configs().of(shop).get(0);
        failing.kill();
        assertThatThrownBy(() -> other.log().moneyOf(15, config, Operation.REFUND, Optional.empty(), () -> {
                    throw new AssertionError("called");
                }))
                .isInstanceOf(StoreFailed.class);
    }

    @Test
    void a_file_of_h2_does_as_well(@TempDir Path home) {
        Database file = Database.file(home.resolve("shops"));
        MerchantKaspi small = merchant(file);
        bank.answers("{\"StatusCode\":0,\"Data\":{\"DeviceToken\":\"token\"}}").answers(QR);
        small.register(shop, FIRST, 1, "till-1", "front");
        small.createQr(shop, Optional.empty(), Tenge.of(1), "order").orThrow();
        ShopConfig again = small.configs().save(shop, FIRST, 1, "till-1", DeviceToken.of("new"), "");
        assertThat(again.device()).isEqualTo(DeviceToken.of("new"));
        assertThat(again.standard()).isTrue();
        assertThat(small.log().last(shop, 5)).hasSize(1);
        assertThat(merchant(Database.file(home.resolve("shops"))).configs().of(shop))
                .hasSize(1);
    }

    private ShopConfig registered(Bin bin, long tradePointId, String token) {
        bank.answers("{\"StatusCode\":0,\"Data\":{\"DeviceToken\":\"" + token + "\"}}");
        return merchant.register(shop, bin, tradePointId, "till-1", "front");
    }

    private MerchantKaspi merchant(Database on) {
        HttpSettings http = HttpSettings.standard(time.surroundings());
        KaspiR3 client = KaspiR3.of(KaspiSettings.over(URI.create("https://bank.example"), http, http.over(bank)));
        return MerchantKaspi.of(client, on, time);
    }

    private static void atOnce(int callers, IntFunction<ShopConfig> work) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try {
            List<Future<ShopConfig>> all = IntStream.range(0, callers)
                    .mapToObj(i -> threads.submit((Callable<ShopConfig>) () -> {
                        start.await();
                        return work.apply(i);
                    }))
                    .toList();
            start.countDown();
            for (Future<ShopConfig> one : all) {
                one.get();
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
