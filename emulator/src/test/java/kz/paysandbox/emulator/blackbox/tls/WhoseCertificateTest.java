package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhoseCertificateTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld main = SANDBOX.main();

    @ParameterizedTest
    @ValueSource(strings = {"r2", "r3"})
    void the_certificate_of_a_world_selects_it(String scheme) {
        TestWorld world = SANDBOX.world();

        long payment = world.bank(scheme).qr(100);

        assertThat(world.control().get("/payments/" + payment).status()).isEqualTo(200);
        assertThat(main.control().get("/payments/" + payment).status()).isEqualTo(404);
    }

    @Test
    void a_header_that_contradicts_the_certificate_is_a_finding_and_does_not_win() {
        TestWorld world = SANDBOX.world();
        Bank bank = world.bank("r2");
        Map<String, String> headers = bank.headers();
        headers.put("X-Sandbox-World", "main");

        assertThat(bank.send("GET", "/r2/v01/health/ping", headers, Optional.empty())
                        .code())
                .isZero();

        assertThat(world.control().findings()).containsExactly("sandbox.world.contradiction");
    }

    @ParameterizedTest
    @CsvSource({"180340021791,1", "990340000013,101", "990340000035,301"})
    void the_partner_acts_for_every_organisation(String bin, long tradePoint) {
        Bank partner = main.certified("r3", Identity.in(SANDBOX, "partner"));

        assertThat(partner.post(
                                "device/register",
                                Map.of("OrganizationBin", bin, "DeviceId", "P-1", "TradePointId", tradePoint))
                        .code())
                .isZero();
    }

    @Test
    void the_partner_acts_for_the_organisation_without_trade_points() {
        Bank partner = main.certified("r3", Identity.in(SANDBOX, "partner"));

        assertThat(partner.get("partner/tradepoints/990340000024").code()).isEqualTo(-14000002);
    }

    @ParameterizedTest
    @ValueSource(strings = {"990340000013", "990340000024", "990340000035", "000000000000"})
    void the_merchant_acts_for_its_own_organisation_only(String bin) {
        Bank merchant = main.certified("r3", Identity.in(SANDBOX, "merchant"));

        assertThat(merchant.tradePoints().code()).isZero();
        assertThat(merchant.get("partner/tradepoints/" + bin).code()).isEqualTo(-1401);
        assertThat(merchant.post(
                                "device/register", Map.of("OrganizationBin", bin, "DeviceId", "M-1", "TradePointId", 1))
                        .code())
                .isEqualTo(-1401);
    }
}
