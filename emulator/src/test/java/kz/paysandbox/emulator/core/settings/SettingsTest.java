package kz.paysandbox.emulator.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import kz.paysandbox.emulator.core.settings.Setting.Kind;
import org.junit.jupiter.api.Test;

class SettingsTest {

    private final Settings settings = Settings.defaults(List.of(
            Setting.choice(Evidence.SEEN, "kaspi.error-message", "how", "text", "empty"),
            Setting.of(Evidence.OURS, Kind.NUMBER, "big", "12800627774", "what"),
            Setting.of(Evidence.OURS, Kind.COUNT, "small", "5", "what"),
            Setting.of(Evidence.OURS, Kind.DURATION, "wait", "PT3M", "what"),
            Setting.of(Evidence.OURS, Kind.LIST, "list", " a, ,b,", "who")));

    @Test
    void values_are_read_as_what_they_are() {
        assertThat(settings.text("kaspi.error-message")).isEqualTo("text");
        assertThat(settings.is("kaspi.error-message", "text")).isTrue();
        assertThat(settings.is("kaspi.error-message", "empty")).isFalse();
        assertThat(settings.number("big")).isEqualTo(12_800_627_774L);
        assertThat(settings.smallNumber("small")).isEqualTo(5);
        assertThat(settings.duration("wait")).isEqualTo(Duration.ofMinutes(3));
        assertThat(settings.list("list")).containsExactly("a", "b");
    }

    @Test
    void a_setting_that_does_not_exist_is_a_bug() {
        assertThatThrownBy(() -> settings.text("other"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("other");
    }

    @Test
    void all_are_listed_in_the_order_of_their_keys_with_their_source() {
        assertThat(settings.all())
                .extracting(value -> value.setting().key())
                .containsExactly("big", "kaspi.error-message", "list", "small", "wait");
    }

    @Test
    void a_choice_offers_its_default_first() {
        Setting setting = settings.all().get(1).setting();
        assertThat(setting.options()).containsExactly("text", "empty");
        assertThat(setting.fallback()).isEqualTo("text");
        assertThat(setting.variable()).isEqualTo("SANDBOX_KASPI_ERROR_MESSAGE");
    }
}
