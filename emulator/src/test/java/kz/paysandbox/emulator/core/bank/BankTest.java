package kz.paysandbox.emulator.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.core.settings.SettingsReader;
import org.junit.jupiter.api.Test;

class BankTest {

    private static final Settings SETTINGS = new SettingsReader(List.of())
            .read(Map.of(), Map.of(), Map.of())
            .value()
            .orElseThrow();

    @Test
    void a_bank_that_says_no_more_needs_no_files_and_acts_for_nobody() {
        Bank bank = new Plain(List.of());

        assertThat(bank.problem(SETTINGS)).isEmpty();
        assertThat(bank.keyFiles()).isEmpty();
        assertThat(bank.certificateBins()).isEmpty();
        assertThat(bank.bins(SETTINGS)).isEmpty();
        assertThat(bank.remoteNotes(SETTINGS)).isEmpty();
        assertThat(bank.answerCodes()).isEmpty();
        assertThat(bank.requestNames("plain pay")).isEmpty();
        assertThat(bank.answerNames("plain pay")).isEmpty();
    }

    @Test
    void a_fault_can_be_about_a_listener_or_a_row() {
        assertThat(new Plain(List.of()).endpoints()).containsExactly("plain", "plain pay");
    }

    @Test
    void every_world_has_the_organisations_that_certificates_act_for() {
        assertThat(new Plain(List.of("990340000013")).bins(SETTINGS)).containsExactly("990340000013");
    }

    private record Plain(List<String> certificateBins) implements Bank {

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public String title() {
            return "Plain Bank";
        }

        @Override
        public String contract() {
            return "Plain 1";
        }

        @Override
        public List<BankListener> listeners() {
            return List.of(new BankListener("plain", 1));
        }

        @Override
        public List<Setting> settings() {
            return List.of();
        }

        @Override
        public List<String> rows() {
            return List.of("plain pay");
        }

        @Override
        public List<Clause> clauses() {
            return List.of();
        }

        @Override
        public List<String> statuses() {
            return List.of();
        }

        @Override
        public Map<String, String> environment(Site site) {
            return Map.of();
        }

        @Override
        public List<BannerSection> banner(Site site) {
            return List.of();
        }
    }
}
