package kz.paysandbox.adapters.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kz.paysandbox.adapters.Kzpay;
import kz.paysandbox.adapters.Settings;
import kz.paysandbox.adapters.kaspi.KaspiR3;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.QrPayment;
import kz.paysandbox.adapters.kaspi.payment.Refund;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Tenge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The first lines that the README gives a stranger, run as they are printed. */
@ExtendWith(WithSandbox.class)
class ReadmeRefundIT {
    private final List<String> shown = new ArrayList<>();

    @Test
    void a_stranger_comes_to_a_settled_refund(Stage stage) throws Exception {
        stage.kzpay();
        stage.sandbox().control("POST", "/reset", Map.of(), "main");
        System.setProperty("kzpay.backend", "emulator");
        System.setProperty("kzpay.emulator.home", stage.sandbox().home().toString());
        try {
            // snippet: first refund
            try (KaspiR3 kaspi = Kzpay.of(Settings.ofProgram()).kaspiR3()) {
                Bin shop = Bin.of("180340021791");
                DeviceToken till = kaspi.registerDevice(shop, "TILL-1", 2);
                QrPayment payment = kaspi.createQr(shop, Order.of(till, Tenge.of(200), "order-15"))
                        .orThrow();
                kaspi.testHooks().scan(payment.id());
                kaspi.testHooks().confirm(payment.id());
                MoneyAnswer<Refund> refund = kaspi.refund(shop, till, payment.id(), Tenge.of(50));
                show(refund.settlement() + ", left "
                        + kaspi.details(payment.id(), till).refundable());
            }
            // end
        } finally {
            System.clearProperty("kzpay.backend");
            System.clearProperty("kzpay.emulator.home");
        }
        assertThat(shown).containsExactly("APPLIED, left 150.00");
        assertThat(stage.sandbox().get("/findings")).isEmpty();
    }

    private void show(String text) {
        shown.add(text);
    }
}
