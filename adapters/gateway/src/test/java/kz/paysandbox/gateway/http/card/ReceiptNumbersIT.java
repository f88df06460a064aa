package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.HttpAnswer;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.payment.BankReading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Receipts' numbers under many completions at once, and on two nodes where the database serves two. */
class ReceiptNumbersIT {
    private static final int PAYMENTS = 100;

    @ParameterizedTest
    @EnumSource
    void check_33_numbers_have_neither_doubles_nor_gaps_and_unpaid_payments_none(TestDatabase database) {
        ExecutorService pool = Executors.newFixedThreadPool(16);
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            String token = fixture.cashier("5");
            List<String> ids = IntStream.range(0, PAYMENTS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> CardCustomer.opened(fixture, token, "").text("/payment_id"), pool))
                    .toList()
                    .stream()
                    .map(CompletableFuture::join)
                    .toList();
            List<Gateway> nodes = new ArrayList<>(List.of(fixture.gateway()));
            if (database == TestDatabase.POSTGRES) {
                nodes.add(fixture.another());
            }
            BankReading paid = BankReading.of(kz.paysandbox.adapters.epay.payment.TransactionState.of("CHARGE"));
            List<CompletableFuture<Void>> completed = IntStream.range(0, 2 * PAYMENTS)
                    .mapToObj(i -> CompletableFuture.runAsync(
                            () -> nodes.get(i % nodes.size())
                                    .useCases()
                                    .ledger()
                                    .read(ids.get(i / 2), paid, payment -> payment),
                            pool))
                    .toList();
            completed.forEach(CompletableFuture::join);
            List<String> numbers = ids.stream()
                    .map(id -> fixture.get("/api/v1/payments/" + id + "/receipt", token)
                            .text("/receipt_number"))
                    .toList();
            assertThat(numbers).doesNotHaveDuplicates().hasSize(PAYMENTS);
            assertThat(numbers.stream()
                            .map(number -> Integer.parseInt(number.substring(number.length() - 6)))
                            .sorted())
                    .containsExactlyElementsOf(
                            IntStream.rangeClosed(1, PAYMENTS).boxed().toList());
            String unpaid = CardCustomer.opened(fixture, token, "").text("/payment_id");
            HttpAnswer none = fixture.get("/api/v1/payments/" + unpaid + "/receipt", token);
            assertThat(none.status()).isEqualTo(404);
            assertThat(none.text("/code")).isEqualTo("no_such_item");
        } finally {
            pool.shutdownNow();
        }
    }
}
