package kz.paysandbox.emulator.blackbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Phones;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SecretsTest {

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld world = SANDBOX.world();

    @Test
    void the_journal_shows_neither_keys_nor_tokens_nor_phones() {
        world.bank("r1").create(Bank.DEVICE, 1).data();
        world.bank("r3").invoice(Phones.PAYER, 1).data();
        world.bank("r3")
                .get("remote/client-info?phoneNumber=87010000001&deviceToken=" + Bank.DEVICE)
                .data();

        String journal = world.control().get("/requests").expect(200).body();

        assertThat(journal)
                .contains("r1 qr create", "r3 remote create", "device#", "phone#", "key#")
                .doesNotContain(world.apiKey(), Bank.DEVICE, Phones.PAYER);
    }

    @Test
    void the_journal_names_each_exchange_by_its_row() {
        Bank bank = world.bank("r1");
        bank.status(77);
        bank.get("no/such/route");

        assertThat(world.control().get("/requests").json().findValuesAsText("endpoint"))
                .containsExactly("r1 payment status", "");
        assertThat(world.control()
                        .get("/requests?endpoint=r1 payment status".replace(" ", "%20"))
                        .json())
                .hasSize(1);
    }
}
