package kz.paysandbox.emulator.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BrowserTest {

    @ParameterizedTest
    @CsvSource({
        "Windows 11, , , rundll32",
        "Mac OS X, , , open",
        "Linux, DISPLAY, :0, xdg-open",
        "Linux, WAYLAND_DISPLAY, wayland-0, xdg-open",
        "Linux, BROWSER, firefox, firefox",
        "FreeBSD, BROWSER, firefox, firefox",
    })
    void each_system_opens_addresses_in_its_own_way(String system, String variable, String value, String program) {
        Map<String, String> environment = variable == null ? Map.of() : Map.of(variable, value);
        assertThat(Browser.of(system, environment).command().orElseThrow().get(0))
                .isEqualTo(program);
    }

    @Test
    void where_nobody_looks_at_a_screen_nothing_is_opened() {
        assertThat(Browser.of("Linux", Map.of()).open("http://127.0.0.1:1/")).isFalse();
        assertThat(Browser.of("Linux", Map.of("DISPLAY", " ")).command()).isEmpty();
        assertThat(new Browser(Optional.of(List.of("/no/such/program"))).open("http://127.0.0.1:1/"))
                .isFalse();
    }
}
