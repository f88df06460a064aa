package kz.paysandbox.emulator.blackbox.worlds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Map;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsolationTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld mine = SANDBOX.world("{\"seed\":5}");
    private final TestWorld theirs = SANDBOX.world("{\"seed\":6}");

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2", "r3"})
    void a_payment_of_another_world_is_not_found_by_its_id(String scheme) {
        long secret = theirs.bank(scheme).qr(1);
        Bank me = mine.bank(scheme);

        assertThat(me.status(secret).code()).isEqualTo(-1601);
        assertThat(me.hook("scan", secret).code()).isEqualTo(-1601);
        assertThat(mine.customer(secret, "scan").status()).isEqualTo(404);
        assertThat(mine.control().get("/payments").json()).isEmpty();
        assertThat(mine.control().get("/requests").body()).doesNotContain("\"world\":\"" + theirs.name());
        assertThat(theirs.bank(scheme).status(secret).state()).isEqualTo("QrTokenCreated");
    }

    @Test
    void a_refund_by_an_id_of_another_world_moves_nothing() {
        long paid = theirs.bank("r3").paid(100);

        assertThat(mine.bank("r3").giveBack(paid, 100, Map.of()).code()).isEqualTo(-1601);

        assertThat(theirs.bank("r3")
                        .details(paid)
                        .data()
                        .path("AvailableReturnAmount")
                        .asInt())
                .isEqualTo(100);
    }

    @Test
    void the_clock_and_the_switches_of_one_world_do_not_touch_another() {
        Bank they = theirs.bank("r1");
        long payment = they.qr(1);

        mine.advance("P1D");
        mine.organization(Bank.BIN, "{\"active\":false}");
        mine.control().post("/reset", "").expect(200);

        assertThat(they.status(payment).state()).isEqualTo("QrTokenCreated");
    }

    @ParameterizedTest
    @ValueSource(strings = {"r1", "r2"})
    void a_caller_sees_no_payment_of_another_organisation_of_its_world(String scheme) {
        Bank partner = mine.bank("r3");
        long payment = delivery(partner);

        assertThat(partner.status(payment).state()).isEqualTo("QrTokenCreated");
        assertThat(mine.bank(scheme).status(payment).code()).isEqualTo(-1601);
        assertThat(mine.bank(scheme).hook("scan", payment).code()).isEqualTo(-1601);
    }

    @Test
    void partners_do_not_see_each_others_payments() {
        TestWorld main = SANDBOX.main();
        Bank partner = main.certified("r3", Identity.in(SANDBOX, "partner"));
        Bank merchant = main.certified("r3", Identity.in(SANDBOX, "merchant"));
        long payment = delivery(partner);

        assertThat(merchant.status(payment).code()).isEqualTo(-1601);
        assertThat(merchant.hook("scan", payment).code()).isEqualTo(-1601);
        assertThat(merchant.details(payment).code()).isEqualTo(-1601);
        assertThat(merchant.giveBack(payment, 1, Map.of()).code()).isEqualTo(-1601);
        assertThat(partner.status(payment).state()).isEqualTo("QrTokenCreated");
    }

    @Test
    void a_deleted_world_takes_its_key_and_certificate_with_it() {
        Bank keyed = theirs.bank("r1");
        Bank certified = theirs.bank("r2");
        assertThat(keyed.get("health/ping").code()).isZero();
        assertThat(certified.get("health/ping").code()).isZero();

        SANDBOX.control().delete("/worlds/" + theirs.name()).expect(204);

        assertThat(keyed.get("health/ping").code()).isEqualTo(-10000);
        assertThatThrownBy(certified::attemptPing).isInstanceOf(IOException.class);
    }

    /** A payment of the second organisation. */
    private static long delivery(Bank partner) {
        String bin = "990340000013";
        String device = partner.post(
                        "device/register", Map.of("OrganizationBin", bin, "DeviceId", "D-1", "TradePointId", 101))
                .data()
                .path("DeviceToken")
                .asText();
        return partner.post("qr/create", Map.of("OrganizationBin", bin, "DeviceToken", device, "Amount", 1))
                .data()
                .path("QrPaymentId")
                .asLong();
    }
}
