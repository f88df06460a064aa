package kz.paysandbox.emulator.blackbox.tls;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class CallerAddressTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @Test
    void r3_refuses_a_foreign_address_with_an_empty_403_and_the_journal_says_why() {
        String answer = pingFrom("127.0.0.9", "r3");

        assertThat(answer).startsWith("HTTP/1.1 403 ").endsWith("\r\n\r\n").contains("Content-Length: 0");
        assertThat(world.control().awaitNote("127.0.0.9")).contains("kaspi.r3.allow", "allowedAddresses");
    }

    @Test
    void r2_does_not_care_about_the_address() {
        assertThat(pingFrom("127.0.0.9", "r2")).contains("\"StatusCode\":0");
    }

    @Test
    void an_address_is_allowed_by_a_patch_of_the_organisation() {
        world.organization(Bank.BIN, "{\"allowedAddresses\":[\"127.0.0.9\"]}");

        assertThat(pingFrom("127.0.0.9", "r3")).contains("\"StatusCode\":0");
        assertThat(pingFrom("127.0.0.1", "r3")).startsWith("HTTP/1.1 403 ");
    }

    @Test
    void a_range_of_addresses_is_allowed_as_containers_need_it() {
        world.organization(Bank.BIN, "{\"allowedAddresses\":[\"127.0.0.8/29\"]}");

        assertThat(pingFrom("127.0.0.9", "r3")).contains("\"StatusCode\":0");
        assertThat(pingFrom("127.0.0.1", "r3")).startsWith("HTTP/1.1 403 ");
    }

    private String pingFrom(String address, String scheme) {
        return RawTls.from(address, SANDBOX, "kaspi-" + scheme, world.certificate())
                .ping(scheme);
    }
}
