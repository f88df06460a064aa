package kz.paysandbox.adapters.sandbox;

import static kz.paysandbox.adapters.sandbox.Stage.BIN;
import static kz.paysandbox.adapters.sandbox.Stage.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.Bin;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.LinkPayment;
import kz.paysandbox.adapters.kaspi.Phone;
import kz.paysandbox.adapters.kaspi.QrPayment;
import kz.paysandbox.adapters.kaspi.RemoteInvoice;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import kz.paysandbox.adapters.merchant.Database;
import kz.paysandbox.adapters.merchant.LogEntry;
import kz.paysandbox.adapters.merchant.MerchantKaspi;
import kz.paysandbox.adapters.merchant.Operation;
import kz.paysandbox.adapters.merchant.ShopConfig;
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

    private final KaspiR3 kaspi;
    private final MerchantKaspi merchant;

    MerchantIT(Stage stage, @TempDir Path folder) throws IOException {
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
        assertThat(merchant.status("books", OTHER, payment.id()).paid()).isTrue();
        told(merchant.refund("books", OTHER, payment.id(), Tenge.of(50))).orThrow();
        assertThat(merchant.log().ofPayment("books", payment.id()))
                .extracting(LogEntry::operation, LogEntry::status, LogEntry::bin)
                .containsExactly(
                        tuple(Operation.CREATE, "applied", OTHER),
                        tuple(Operation.STATUS, "applied", OTHER),
                        tuple(Operation.REFUND, "applied", OTHER));
        assertThatThrownBy(() -> merchant.refund("shoes", BIN, payment.id(), Tenge.of(50)))
                .isInstanceOf(NoSuchBin.class);
    }

    @Test
    void links_and_invoices_go_out_for_the_default_and_invoices_can_be_withdrawn() {
        LinkPayment link = told(merchant.createLink("shoes", Optional.empty(), Tenge.of(300), "order-2"))
                .orThrow();
        assertThat(merchant.log().ofPayment("shoes", link.id()).get(0).bin()).isEqualTo(OTHER);
        RemoteInvoice invoice = told(merchant.invoice("books", Optional.empty(), PHONE, Tenge.of(10), "order-3"))
                .orThrow();
        told(merchant.cancelInvoice("books", BIN, invoice)).orThrow();
        assertThat(merchant.log().last("books", 1).get(0).paymentId()).contains(invoice.id());
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
}
