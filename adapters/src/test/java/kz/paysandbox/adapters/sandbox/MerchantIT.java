package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.BIN;
import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.LinkPayment;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import kz.paysandbox.adapters.merchant.LineState;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.MerchantTill;
import kz.paysandbox.adapters.merchant.NoSuchPayment;
import kz.paysandbox.adapters.merchant.Operation;
import kz.paysandbox.adapters.merchant.ShopConfig;
import kz.paysandbox.adapters.merchant.TillCheck;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Several organisations behind one certificate, with shops that may use only their own. */
@ExtendWith(WithSandbox.class)
class MerchantIT {
    private static final Bin OTHER = Bin.of("990340000013");
    private static final Phone PHONE = Phone.parse("87010000001");

    private final Stage stage;
    private final KaspiR3 kaspi;
    private final MerchantKaspi merchant;

    MerchantIT(Stage stage, @TempDir Path folder) throws IOException {
        this.stage = stage;
        kaspi = stage.kzpay(
                        "kzpay.kaspi.pfx",
                        stage.sandbox().pki("partner.pfx").toString(),
                        "kzpay.kaspi.password.file",
                        stage.sandbox().pki("partner.password").toString())
                .kaspiR3();
        merchant = MerchantKaspi.of(kaspi, Database.file(folder.resolve("shops")), Clock.systemUTC());
        stage.secret(merchant.register("books", BIN, 1, "M-BOOKS", "front desk").device());
        stage.secret(merchant.register("books", OTHER, 101, "M-BOOKS-2", "by the door")
                .device());
        stage.secret(merchant.register("shoes", OTHER, 102, "M-SHOES", "").device());
    }

    @AfterEach
    void close() {
        kaspi.close();
    }

    @Test
    void each_shop_sells_for_its_own_and_the_log_finds_what_became_of_a_payment() {
        QrPayment payment = told(merchant.createQr("books", Optional.of(OTHER), Tenge.of(200), "order-1"))
                .orThrow();
        kaspi.testHooks().scan(payment.id());
        kaspi.testHooks().confirm(payment.id());
        assertThat(merchant.status("books", payment.id()).paid()).isTrue();
        told(merchant.refund("books", payment.id(), Tenge.of(50), "refund-1")).orThrow();
        assertThat(merchant.log().ofPayment("books", payment.id()))
                .extracting(LogEntry::operation, LogEntry::state, LogEntry::bin)
                .containsExactly(
                        tuple(Operation.CREATE, LineState.APPLIED, OTHER),
                        tuple(Operation.STATUS, LineState.APPLIED, OTHER),
                        tuple(Operation.REFUND, LineState.APPLIED, OTHER));
        assertThatThrownBy(() -> merchant.refund("shoes", payment.id(), Tenge.of(50), "refund-2"))
                .isInstanceOf(NoSuchPayment.class);
    }

    @Test
    void links_and_invoices_go_out_for_the_default_and_invoices_can_be_withdrawn() {
        LinkPayment link = told(merchant.createLink("shoes", Optional.empty(), Tenge.of(300), "order-2"))
                .orThrow();
        assertThat(merchant.log().ofPayment("shoes", link.id()).get(0).bin()).isEqualTo(OTHER);
        RemoteInvoice invoice = told(merchant.invoice(
                        "books", Optional.empty(), PHONE, Tenge.of(10), "order-3", Optional.of("Two books")))
                .orThrow();
        told(merchant.cancelInvoice("books", invoice.id())).orThrow();
        assertThat(merchant.log().last("books", 1).get(0).paymentId()).contains(invoice.id());
    }

    @Test
    void rows_are_found_by_number_and_organisation_and_described() {
        ShopConfig first = merchant.configs().of("books").get(0);
        merchant.configs().describe(first, "the desk at the door");
        assertThat(merchant.configs().find(first.id()).orElseThrow().description())
                .isEqualTo("the desk at the door");
        assertThat(merchant.configs().ofBin(OTHER)).extracting(ShopConfig::shop).containsExactly("books", "shoes");
    }

    @Test
    void a_named_row_takes_the_payment() {
        ShopConfig second = merchant.configs().of("books").get(1);
        MerchantTill till = merchant.at(second);
        QrPayment payment = told(till.createQr(Tenge.of(200), "till-1")).orThrow();
        assertThat(payment.till()).isEqualTo(second.till());
        assertThat(till.openedQr("till-1")).contains(payment);
        LinkPayment link = told(till.createLink(Tenge.of(200), "till-2")).orThrow();
        assertThat(merchant.log().ofPayment("books", link.id()).get(0).configId())
                .isEqualTo(second.id());
        assertThat(till.openedLink("till-2")).contains(link);
        told(till.invoice(PHONE, Tenge.of(10), "till-3", Optional.empty())).orThrow();
    }

    @Test
    void defaults_are_chosen_and_ways_are_closed() {
        ShopConfig second = merchant.configs().of("books").get(1);
        merchant.configs().makeDefault(second);
        QrPayment payment = told(merchant.createQr("books", Optional.empty(), Tenge.of(200), "order-4"))
                .orThrow();
        assertThat(merchant.log().ofPayment("books", payment.id()).get(0).bin()).isEqualTo(OTHER);
        merchant.configs().setActive(second, false);
        assertThatThrownBy(() -> merchant.createQr("books", Optional.of(OTHER), Tenge.of(1), "order-5")
                        .orThrow())
                .isInstanceOf(NoSuchBin.class);
        assertThat(merchant.configs()
                        .save("books", OTHER, 101, second.deviceId(), second.device(), "open again")
                        .active())
                .isTrue();
    }

    @Test
    void an_order_and_a_refunds_key_count_once_and_the_log_finds_them() {
        QrPayment payment = told(merchant.createQr("books", Optional.of(BIN), Tenge.of(100), "order-6"))
                .orThrow();
        assertThat(told(merchant.createQr("books", Optional.of(BIN), Tenge.of(100), "order-6"))
                        .orThrow())
                .isEqualTo(payment);
        kaspi.testHooks().scan(payment.id());
        kaspi.testHooks().confirm(payment.id());
        told(merchant.refund("books", payment.id(), Tenge.of(40), "refund-6")).orThrow();
        told(merchant.refund("books", payment.id(), Tenge.of(40), "refund-6")).orThrow();
        assertThat(merchant.details("books", payment.id()).refundable()).isEqualTo(Tenge.of(60));
        assertThat(merchant.log().ofOrder("books", "refund-6")).hasSize(1);
        assertThat(merchant.log().ofBin(BIN, Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), 10))
                .isNotEmpty();
        assertThat(merchant.log()
                        .within(
                                Optional.of("books"),
                                Optional.of(BIN),
                                Instant.EPOCH,
                                Instant.parse("2100-01-01T00:00:00Z"),
                                10))
                .allSatisfy(entry -> assertThat(entry.shop()).isEqualTo("books"))
                .isNotEmpty();
        assertThat(merchant.log().unsettled(Instant.EPOCH, 10)).isEmpty();
    }

    @Test
    void a_till_that_was_removed_at_the_bank_is_registered_again_and_the_payment_goes_on() {
        ShopConfig config = merchant.configs().of("books").get(0);
        kaspi.deleteDevice(config.bin(), config.device());
        told(merchant.createQr("books", Optional.of(BIN), Tenge.of(100), "order-7"))
                .orThrow();
        ShopConfig renewed = merchant.configs().of("books").get(0);
        stage.secret(renewed.device());
        assertThat(renewed.device()).isNotEqualTo(config.device());
    }

    @Test
    void tills_are_checked_and_payments_from_elsewhere_adopted() {
        assertThat(merchant.verifyTills(Duration.ofMinutes(-1))).allMatch(TillCheck::verified);
        assertThat(merchant.configs().verifiedBefore(Instant.EPOCH)).isEmpty();
        ShopConfig config = merchant.configs().of("books").get(0);
        QrPayment elsewhere = told(kaspi.createQr(BIN, Order.of(config.device(), Tenge.of(10))))
                .orThrow();
        merchant.adopt(config, elsewhere.id(), "order-8");
        assertThat(merchant.status("books", elsewhere.id()).terminal()).isFalse();
    }

    @Test
    void a_lost_code_and_a_lost_invoice_are_unsettled_until_somebody_looks() {
        stage.sandbox().fault("r3 qr create", "{'drop':'after'}");
        assertThat(told(merchant.createQr("books", Optional.of(BIN), Tenge.of(100), "order-9"))
                        .settlement())
                .isEqualTo(Settlement.UNKNOWN);
        LogEntry line = merchant.unsettled().get(0);
        assertThat(merchant.assuming(Assumption.SOLE_OPERATOR)
                        .abandonedAfter(Duration.ofSeconds(45))
                        .unchangedAfter(Duration.ZERO)
                        .resolve(line)
                        .state())
                .isEqualTo(LineState.NOT_APPLIED);
        assertThatThrownBy(() -> merchant.settle(line, Settlement.NOT_APPLIED, Optional.empty(), "again"))
                .isInstanceOf(IllegalStateException.class);
    }
}
