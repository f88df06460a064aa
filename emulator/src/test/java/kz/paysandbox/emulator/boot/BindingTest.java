package kz.paysandbox.emulator.boot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BindingTest {

    @ParameterizedTest
    @CsvSource({
        "localhost, localhost, true, false",
        "127.0.0.1, localhost, true, false",
        "::1, [::1], true, false",
        "0.0.0.0, localhost, false, true",
        "::, localhost, false, true",
        "192.168.1.7, 192.168.1.7, false, false",
        "fd00::7, [fd00::7], false, false"
    })
    void the_host_of_printed_lines_reaches_it_from_this_machine(
            String bind, String host, boolean loopback, boolean everyAddress) {
        Binding binding = new Binding(bind);
        assertThat(binding.host()).isEqualTo(host);
        assertThat(binding.isLoopback()).isEqualTo(loopback);
        assertThat(binding.isEveryAddress()).isEqualTo(everyAddress);
    }
}
