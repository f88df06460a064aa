package kz.paysandbox.emulator.blackbox.cycles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.Answer;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentCycleTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world("{\"clock\":\"2026-05-01T10:00:00Z\"}");

    static Stream<Arguments> kinds() {
        return Stream.of("r1", "r2", "r3")
                .flatMap(scheme -> Stream.of("qr", "link").map(kind -> Arguments.of(scheme, kind)));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_payment_is_scanned_confirmed_and_processed(String scheme, String kind) {
        Bank bank = world.bank(scheme);
        long payment = create(bank, kind);

        assertThat(bank.status(payment).state()).isEqualTo("QrTokenCreated");
        assertThat(bank.hook("scan", payment).body()).isEqualTo("{\"StatusCode\":0}");
        assertThat(bank.status(payment).state()).isEqualTo("Wait");
        assertThat(bank.hook("confirm", payment).body()).isEqualTo("{\"StatusCode\":0}");
        assertThat(bank.status(payment).state()).isEqualTo("Processed");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_failed_scan_and_a_failed_confirmation_end_in_error(String scheme, String kind) {
        Bank bank = world.bank(scheme);
        long unscanned = create(bank, kind);
        long unconfirmed = create(bank, kind);

        assertThat(bank.hook("scanerror", unscanned).code()).isZero();
        assertThat(bank.hook("scan", unconfirmed).code()).isZero();
        assertThat(bank.hook("confirmerror", unconfirmed).code()).isZero();

        assertThat(bank.status(unscanned).state()).isEqualTo("Error");
        assertThat(bank.status(unconfirmed).state()).isEqualTo("Error");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void a_hook_that_does_not_fit_says_in_which_status_the_payment_is(String scheme, String kind) {
        Bank bank = world.bank(scheme);
        long payment = create(bank, kind);

        Answer early = bank.hook("confirm", payment);

        assertThat(early.code()).isEqualTo(-1601);
        assertThat(early.message()).contains("QrTokenCreated");
        assertThat(bank.hook("scan", 77).code()).isEqualTo(-1601);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void what_is_processed_stays_so_whatever_happens(String scheme, String kind) {
        Bank bank = world.bank(scheme);
        long payment = create(bank, kind);
        bank.hook("scan", payment).data();
        bank.hook("confirm", payment).data();

        for (String hook : new String[] {"scan", "confirm", "scanerror", "confirmerror"}) {
            assertThat(bank.hook(hook, payment).code()).isEqualTo(-1601);
        }
        for (String act : new String[] {"scan", "confirm", "decline", "scan-error", "expire"}) {
            Answer refused = world.customer(payment, act).expect(409);
            assertThat(refused.json().path("state").asText()).isEqualTo("Processed");
        }
        world.advance("P2D");
        assertThat(bank.status(payment).state()).isEqualTo("Processed");
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void the_customer_pays_on_the_control_surface(String scheme, String kind) {
        Bank bank = world.bank(scheme);
        long payment = create(bank, kind);

        world.customer(payment, "scan").expect(200);
        assertThat(bank.status(payment).state()).isEqualTo("Wait");
        Answer paid = world.customer(payment, "confirm").expect(200);

        assertThat(bank.status(payment).state()).isEqualTo("Processed");
        assertThat(paid.json().path("history").findValuesAsText("status"))
                .containsExactly("QrTokenCreated", "Wait", "Processed");
    }

    private static long create(Bank bank, String kind) {
        return kind.equals("qr") ? bank.qr(200) : bank.link(200);
    }
}
