package kz.paysandbox.emulator.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1, true",
        "127.0.0.1, 127.0.0.2, false",
        "127.0.0.1/32, 127.0.0.1, true",
        "172.16.0.0/12, 172.31.255.255, true",
        "172.16.0.0/12, 172.32.0.0, false",
        "172.16.5.9/12, 172.16.0.1, true",
        "10.0.0.128/25, 10.0.0.127, false",
        "10.0.0.128/25, 10.0.0.129, true",
        "0.0.0.0/0, 203.0.113.9, true",
        "0.0.0.0/0, ::1, false",
        "::1, 0:0:0:0:0:0:0:1, true",
        "::1, 127.0.0.1, false",
        "fd00::/8, fd12::9, true",
        "fd00::/8, fe00::9, false",
        "::/0, 2001:db8::1, true",
        "127.0.0.1, localhost, false",
    })
    void an_address_is_inside_where_the_bits_that_count_are_the_same(String range, String address, boolean inside) {
        assertThat(AddressRange.of(range).orElseThrow().has(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "abc", "127.0.0.1/33", "::/129", "127.0.0.1/", "127.0.0.1/-1", "/8", "1/8", "*"
            })
    void anything_else_is_no_range_and_no_name_is_looked_up(String text) {
        assertThat(AddressRange.of(text)).isEmpty();
    }

    @Test
    void an_address_that_is_none_is_in_no_range() {
        assertThat(AddressRange.of("0.0.0.0/0").orElseThrow().has("somewhere")).isFalse();
        assertThat(AddressRange.of("0.0.0.0/0").orElseThrow().has("1.2.3.4.5")).isFalse();
    }
}
