package kz.paysandbox.adapters.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import kz.paysandbox.adapters.transport.HttpSettings;
import kz.paysandbox.adapters.transport.Surroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaspiSettingsTest {
    @ParameterizedTest
    @CsvSource({
        "https://bank.example:8543, https://bank.example:8543",
        "https://bank.example:8543/, https://bank.example:8543",
        "https://bank.example:8543/r1/v01, https://bank.example:8543",
        "https://bank.example:8544/proxy/r2/v01/, https://bank.example:8544/proxy",
        "https://bank.example:8545/r3/v02, https://bank.example:8545",
        "https://bank.example/r3, https://bank.example/r3",
        "https://bank.example/r3/v01/more, https://bank.example/r3/v01/more"
    })
    void the_document_s_addresses_are_taken_with_and_without_scheme_and_version(String given, String base) {
        HttpSettings http = HttpSettings.standard(Surroundings.system());
        KaspiSettings settings = KaspiSettings.over(URI.create(given), http, http.over(request -> {
            throw new AssertionError("nothing is sent");
        }));
        assertThat(settings.base()).hasToString(base);
    }
}
