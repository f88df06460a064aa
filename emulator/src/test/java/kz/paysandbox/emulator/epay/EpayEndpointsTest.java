package kz.paysandbox.emulator.epay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.epay.call.EpaySettings;
import org.junit.jupiter.api.Test;

/** The table and the settings as people rely on them. */
class EpayEndpointsTest {

    @Test
    void rows_have_their_public_names() {
        List<String> ids = EpayEndpoints.TABLE.stream().map(EpayEndpoint::id).toList();
        assertThat(ids)
                .contains(
                        "epay oauth2 token",
                        "epay payment cryptopay",
                        "epay payments cards auth",
                        "epay operation charge",
                        "epay operation cancel",
                        "epay operation refund",
                        "epay check-status payment transaction",
                        "epay check-status payment transactionId",
                        "epay cards",
                        "epay card deactivate",
                        "epay invoice",
                        "epay payform payment-api.js");
        assertThat(EpayEndpoints.TABLE.stream().map(row -> row.method() + " " + row.path()))
                .doesNotHaveDuplicates();
    }

    @Test
    void every_setting_is_named_once_and_says_what_it_governs() {
        assertThat(EpaySettings.all().stream().map(Setting::key)).doesNotHaveDuplicates();
        assertThat(EpaySettings.all()).allMatch(setting -> setting.key().startsWith("epay."));
        assertThat(EpaySettings.all()).allMatch(setting -> setting.about().length() > 10);
    }
}
