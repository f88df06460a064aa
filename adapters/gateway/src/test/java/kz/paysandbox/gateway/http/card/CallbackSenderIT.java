package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import kz.paysandbox.gateway.payment.Payment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose address a stored callback has: that of the sender of what is stored. */
class CallbackSenderIT {
    private static final String BANK = "198.51.100.7";
    private static final String FORGER = "203.0.113.9";

    private static int receive(GatewayFixture fixture, Payment payment, int amount, String address) {
        String body = "{\"id\":\"11111111-2222-4333-8444-555555555555\",\"invoiceId\":\""
                + payment.bank().invoiceId().orElseThrow() + "\",\"amount\":" + amount
                + ",\"currency\":\"KZT\",\"code\":\"ok\",\"secret_hash\":\""
                + payment.terms().card().secretHash().orElseThrow() + "\"}";
        return fixture.gateway()
                .useCases()
                .callbacks()
                .orElseThrow()
                .receive(body.getBytes(StandardCharsets.UTF_8), address)
                .httpStatus();
    }

    private static List<String> senders(GatewayFixture fixture) {
        return fixture.gateway()
                .database()
                .transaction(sql -> sql.query(
                        "select remote_address from callback_retries order by id",
                        row -> row.getString("remote_address")));
    }

    private static Payment opened(GatewayFixture fixture) {
        return CardCustomer.kept(
                fixture, CardCustomer.opened(fixture, fixture.cashier("5"), "").text("/payment_id"));
    }

    @ParameterizedTest
    @EnumSource
    void a_later_copy_or_forgery_takes_nothing_from_the_first_senders_row(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            Payment payment = opened(fixture);
            assertThat(receive(fixture, payment, 750, BANK)).isEqualTo(200);
            assertThat(receive(fixture, payment, 750, FORGER)).isEqualTo(200);
            assertThat(receive(fixture, payment, 749, FORGER)).isEqualTo(400);
            assertThat(senders(fixture)).containsExactly(BANK);
        }
    }

    @ParameterizedTest
    @EnumSource
    void what_fits_takes_the_place_of_what_was_refused_and_brings_its_own_sender(TestDatabase database) {
        try (GatewayFixture fixture = GatewayFixture.on(database)) {
            Payment payment = opened(fixture);
            assertThat(receive(fixture, payment, 749, FORGER)).isEqualTo(400);
            assertThat(senders(fixture)).containsExactly(FORGER);
            assertThat(receive(fixture, payment, 750, BANK)).isEqualTo(200);
            assertThat(receive(fixture, payment, 749, FORGER)).isEqualTo(400);
            assertThat(senders(fixture)).containsExactly(BANK);
        }
    }
}
