package kz.paysandbox.emulator.core.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.settings.SettingsReader;
import org.junit.jupiter.api.Test;

class SiteTest {

    private final Site site = new Site(
            new SettingsReader(List.of())
                    .read(Map.of(), Map.of(), Map.of())
                    .value()
                    .orElseThrow(),
            "[::1]",
            Map.of("toy", 8600),
            Path.of("home", "..", "pki"),
            key -> Optional.empty());

    @Test
    void a_listener_s_address_is_by_tls_at_the_host() {
        assertThat(site.url("toy")).isEqualTo("https://[::1]:8600");
    }

    @Test
    void files_are_named_by_absolute_paths() {
        assertThat(site.pki()).isEqualTo(Path.of("pki").toAbsolutePath());
        assertThat(site.file("ca.pem"))
                .isEqualTo(Path.of("pki", "ca.pem").toAbsolutePath().toString());
    }
}
