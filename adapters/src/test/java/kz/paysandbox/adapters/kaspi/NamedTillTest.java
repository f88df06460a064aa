package kz.paysandbox.adapters.kaspi;

import static kz.paysandbox.adapters.kaspi.KaspiTestStand.BIN;
import static kz.paysandbox.adapters.kaspi.KaspiTestStand.DEVICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import kz.paysandbox.adapters.error.Rejected;
import kz.paysandbox.adapters.kaspi.payment.Order;
import kz.paysandbox.adapters.kaspi.payment.Phone;
import kz.paysandbox.adapters.kaspi.payment.RemoteInvoice;
import kz.paysandbox.adapters.kaspi.payment.Till;
import kz.paysandbox.adapters.money.MoneyAnswer;
import kz.paysandbox.adapters.money.Settlement;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.adapters.transport.ScriptedBank;
import org.junit.jupiter.api.Test;

/** Every answer says for whom and by which till it was asked. */
class NamedTillTest {
    private final KaspiTestStand stand = new KaspiTestStand();

    @Test
    void every_answer_names_the_organisation_and_the_till() {
        Till till = new Till(Optional.of(BIN), DEVICE);
        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"QrPaymentId\":15}}");
        assertThat(stand.r3
                        .invoice(BIN, DEVICE, Phone.parse("87010000001"), Tenge.of(5), Optional.empty())
                        .orThrow()
                        .till())
                .contains(till);
        stand.bank.answers("{\"StatusCode\":0,\"Data\":{\"Status\":\"RemotePaymentCanceled\"}}");
        assertThat(stand.r3
                        .cancelInvoice(BIN, DEVICE, new RemoteInvoice(15))
                        .orThrow()
                        .till())
                .isEqualTo(till);
        left("11.00").answers("{\"StatusCode\":0,\"Data\":{\"ReturnOperationId\":16}}");
        assertThat(stand.r3
                        .refund(BIN, DEVICE, 501020796, Tenge.of(5))
                        .orThrow()
                        .till())
                .isEqualTo(till);
        assertThat(till.toString()).doesNotContain(DEVICE.value());
    }

    @Test
    void a_refusal_and_an_unknown_answer_name_them_too_and_hide_the_token() {
        String device = DEVICE.value();
        String named = "organisation " + BIN.value() + ", till …" + device.substring(device.length() - 4);
        stand.bank.answers("{\"StatusCode\":990000018}");
        assertThatThrownBy(() -> stand.r3
                        .createQr(BIN, Order.of(DEVICE, Tenge.of(5), "o-1"))
                        .orThrow())
                .isInstanceOf(Rejected.class)
                .hasMessageContaining(named)
                .message()
                .doesNotContain(device);
        stand.bank.answers("{\"StatusCode\":0}");
        MoneyAnswer<RemoteInvoice> unknown =
                stand.r3.invoice(BIN, DEVICE, Phone.parse("87010000001"), Tenge.of(5), Optional.empty());
        assertThat(unknown.settlement()).isEqualTo(Settlement.UNKNOWN);
        assertThat(unknown.toString()).contains(named).doesNotContain(device);
    }

    private ScriptedBank left(String... amounts) {
        for (String amount : amounts) {
            stand.bank.answers(GoldenMessagesTest.details(amount));
        }
        return stand.bank;
    }
}
