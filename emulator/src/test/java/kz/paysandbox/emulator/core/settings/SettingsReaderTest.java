package kz.paysandbox.emulator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.settings.Setting.Kind;
import kz.paysandbox.emulator.core.settings.Settings.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsReaderTest {

    private final SettingsReader reader = new SettingsReader(List.of(
            Setting.choice(Evidence.SEEN, "kaspi.envelope", "how", "live", "document"),
            Setting.of(Evidence.OURS, Kind.NUMBER, "seed", "1", "what"),
            Setting.of(Evidence.OURS, Kind.COUNT, "limits.body", "65536", "what"),
            Setting.of(Evidence.OURS, Kind.PORT, "port.epay", "8546", "where"),
            Setting.of(Evidence.OURS, Kind.DURATION, "limits.idle", "PT30S", "what"),
            Setting.of(Evidence.OURS, Kind.TEXT, "home", ".sandbox", "where"),
            Setting.of(Evidence.OURS, Kind.LIST, "kaspi.r3.allow", "127.0.0.1", "who")));

    @Test
    void nothing_given_means_the_defaults() {
        Settings settings = settle(Map.of(), Map.of(), Map.of());
        assertThat(settings.text("kaspi.envelope")).isEqualTo("live");
        assertThat(settings.isDefault("kaspi.envelope")).isTrue();
        assertThat(settings.all()).hasSize(7).extracting(Settings.Value::source).containsOnly(Source.DEFAULT);
    }

    @Test
    void flags_win_over_the_environment_over_the_file_over_the_defaults() {
        Map<String, String> flags = Map.of("seed", "4");
        Map<String, String> environment = Map.of("SANDBOX_SEED", "3", "SANDBOX_HOME", "/e");
        Map<String, String> file = Map.of("seed", "2", "home", "/f", "kaspi.envelope", "document");
        Settings settings = settle(flags, environment, file);
        assertThat(settings.all())
                .extracting(value -> value.setting().key() + "=" + value.text() + " " + value.source())
                .containsExactly(
                        "home=/e ENVIRONMENT",
                        "kaspi.envelope=document FILE",
                        "kaspi.r3.allow=127.0.0.1 DEFAULT",
                        "limits.body=65536 DEFAULT",
                        "limits.idle=PT30S DEFAULT",
                        "port.epay=8546 DEFAULT",
                        "seed=4 FLAG");
        assertThat(settings.isDefault("seed")).isFalse();
    }

    @Test
    void a_value_is_taken_without_the_blanks_around_it() {
        Settings settings = settle(Map.of("seed", " 7 ", "kaspi.envelope", " document"), Map.of(), Map.of());
        assertThat(settings.number("seed")).isEqualTo(7);
        assertThat(settings.is("kaspi.envelope", "document")).isTrue();
    }

    @Test
    void an_unknown_name_is_refused_with_its_place_and_the_nearest_known_one() {
        assertThat(problem(Map.of("sead", "1"), Map.of(), Map.of()))
                .isEqualTo("unknown setting sead in the flags; did you mean seed?");
        assertThat(problem(Map.of(), Map.of(), Map.of("kaspi.envelop", "live")))
                .isEqualTo("unknown setting kaspi.envelop in the file; did you mean kaspi.envelope?");
        assertThat(problem(Map.of(), Map.of("SANDBOX_SEEDS", "1"), Map.of()))
                .isEqualTo("unknown setting SANDBOX_SEEDS in the environment; did you mean SANDBOX_SEED?");
        assertThat(problem(Map.of("quux", "1"), Map.of(), Map.of())).isEqualTo("unknown setting quux in the flags");
    }

    @Test
    void other_variables_are_not_looked_at() {
        Map<String, String> environment =
                Map.of("PATH", "/bin", "SEED", "9", "SANDBOX_CONTROL_URL", "u", "SANDBOX_CONTROL_TOKEN", "t");
        assertThat(settle(Map.of(), environment, Map.of()).number("seed")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kaspi.envelope | printed | must be one of live, document, but is 'printed'",
                "seed | 1.5 | must be a whole number, but is '1.5'",
                "seed | 1234567890123456789 | must be a whole number, but is '1234567890123456789'",
                "seed | x12 | must be a whole number, but is 'x12'",
                "limits.body | -1 | must be a whole number from 0 to 2147483647, but is '-1'",
                "limits.body | 2147483648 | must be a whole number from 0 to 2147483647, but is '2147483648'",
                "limits.body | 99999999999 | must be a whole number from 0 to 2147483647, but is '99999999999'",
                "port.epay | 65536 | must be a whole number from 0 to 65535, but is '65536'",
                "port.epay | -1 | must be a whole number from 0 to 65535, but is '-1'",
                "limits.idle | 30 | must be a duration such as PT3M or 3m, but is '30'",
                "limits.idle | PT-1S | must be a duration such as PT3M or 3m, but is 'PT-1S'"
            })
    void a_value_of_the_wrong_kind_is_refused_with_what_it_must_be(String key, String value, String problem) {
        assertThat(problem(Map.of(key, value), Map.of(), Map.of())).isEqualTo(key + " in the flags " + problem);
    }

    @ParameterizedTest
    @CsvSource({"PT180S, PT180S", "3m, PT3M", "'1m, PT5M,1h30m', 'PT1M,PT5M,PT1H30M'", "'', ''"})
    void durations_are_kept_as_iso_8601(String typed, String kept) {
        SettingsReader gaps =
                new SettingsReader(List.of(Setting.of(Evidence.OURS, Kind.DURATIONS, "gaps", "PT1M", "what")));
        assertThat(gaps.read(Map.of("gaps", typed), Map.of(), Map.of())
                        .value()
                        .orElseThrow()
                        .text("gaps"))
                .isEqualTo(kept);
        if (!typed.contains(",") && !typed.isEmpty()) {
            assertThat(settle(Map.of("limits.idle", typed), Map.of(), Map.of()).text("limits.idle"))
                    .isEqualTo(kept);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "seed, -999999999999999999",
        "limits.body, 0",
        "limits.body, 2147483647",
        "port.epay, 0",
        "port.epay, 65535",
        "limits.idle, PT0S",
        "limits.idle, PT24H",
        "home, anything at all"
    })
    void a_value_of_the_right_kind_is_taken(String key, String value) {
        assertThat(settle(Map.of(), Map.of(), Map.of(key, value)).text(key)).isEqualTo(value);
    }

    private Settings settle(Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        return reader.read(flags, environment, file).value().orElseThrow();
    }

    private String problem(Map<String, String> flags, Map<String, String> environment, Map<String, String> file) {
        return reader.read(flags, environment, file).refusal().orElseThrow();
    }
}
