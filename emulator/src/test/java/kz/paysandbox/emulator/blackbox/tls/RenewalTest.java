package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import kz.paysandbox.emulator.blackbox.support.Control;
import kz.paysandbox.emulator.blackbox.support.Identity;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RenewalTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void renewal_keeps_the_old_certificate_valid() {
        TestWorld main = SANDBOX.main();
        Identity old = Identity.in(SANDBOX, "merchant");

        main.control().post("/certificates/merchant/renew", "").expect(200);

        Identity renewed = Identity.in(SANDBOX, "merchant");
        assertThat(renewed.pfx()).isNotEqualTo(old.pfx());
        assertThat(main.certified("r2", old).get("health/ping").code()).isZero();
        assertThat(main.certified("r2", renewed).get("health/ping").code()).isZero();
    }

    @Test
    void after_a_renewal_the_old_certificate_can_be_revoked_and_the_new_one_goes_on() {
        TestWorld world = SANDBOX.world();
        Identity old = world.certificate();
        world.control().post("/certificates/" + world.name() + "/revoke", "").expect(200);
        world.control().post("/certificates/" + world.name() + "/renew", "").expect(200);

        assertThatThrownBy(world.certified("r2", old)::attemptPing).isInstanceOf(IOException.class);
        assertThat(world.certified("r2", world.certificate()).get("health/ping").code())
                .isZero();
    }

    @Test
    void a_certificate_of_another_world_can_neither_be_revoked_nor_renewed() {
        TestWorld world = SANDBOX.world();

        assertThat(world.control().post("/certificates/partner/revoke", "").status())
                .isEqualTo(404);
        assertThat(world.control().post("/certificates/partner/renew", "").status())
                .isEqualTo(404);
    }

    @Test
    void revoking_takes_the_newest_certificate_even_where_all_were_made_within_a_second() {
        TestWorld world = SANDBOX.world();
        world.certificate();
        String newest = "";
        for (int renewals = 0; renewals < 8; renewals++) {
            newest = fingerprint(world.control(), world.name(), "renew");
        }

        assertThat(fingerprint(world.control(), world.name(), "revoke")).isEqualTo(newest);
    }

    @Test
    void a_world_called_as_a_certificate_file_has_nothing_to_do_with_that_certificate() {
        TestWorld namesake = SANDBOX.world("{\"name\":\"partner\"}");
        Identity own = namesake.certificate();

        SANDBOX.control().post("/certificates/partner/revoke", "").expect(200);

        assertThat(namesake.certified("r2", own).get("health/ping").code()).isZero();
        assertThat(Certificates.isRevoked(SANDBOX, "partner")).isTrue();
    }

    private static String fingerprint(Control control, String name, String act) {
        return control.post("/certificates/" + name + "/" + act, "")
                .expect(200)
                .json()
                .path("fingerprint")
                .asText();
    }
}
