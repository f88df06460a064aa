package kz.paysandbox.gateway.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kz.paysandbox.gateway.http.access.ClientAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.1.2, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.1.2.128/25, 10.1.2.200, true",
        "10.1.2.128/25, 10.1.2.127, false",
        "203.0.113.9, 203.0.113.9, true",
        "203.0.113.9, 203.0.113.8, false",
        "0.0.0.0/0, 203.0.113.8, true",
        "::1, 0:0:0:0:0:0:0:1, true",
        "fd00::/8, [fd12:3456::1], true",
        "fd00::/8, fe80::1, false",
        "10.0.0.0/8, ::1, false",
        "10.0.0.0/8, ::ffff:10.1.1.1, true",
        "10.0.0.0/8, unknown, false",
        "10.0.0.0/8, 10.1, false"
    })
    void an_address_lies_in_a_range_or_not(String range, String address, boolean inside) {
        assertThat(AddressRange.parse(range).contains(address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "localhost",
                "999.999.999.999",
                "256.1.1.1",
                "1.2.3",
                "1.2.3.4.5",
                "01.2.3.4",
                "10.0.0.0/33",
                "::1/129",
                "10.0.0.0/x",
                "10.0.0.0/",
                "dead",
                "a:b:c",
                "1.2.3.4/8/9"
            })
    void what_is_no_range_is_refused_and_never_looked_up(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> AddressRange.parse(text));
    }

    @Test
    void an_empty_list_admits_all_and_contains_none() {
        assertThat(AddressList.parse(" , ").admits("203.0.113.9")).isTrue();
        assertThat(AddressList.parse("").contains("203.0.113.9")).isFalse();
        assertThat(AddressList.parse("10.0.0.1, 10.0.0.2").admits("10.0.0.2")).isTrue();
        assertThat(AddressList.parse("10.0.0.1, 10.0.0.2").admits("10.0.0.3")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, '', 127.0.0.1",
        "127.0.0.1, 203.0.113.9, 203.0.113.9",
        "127.0.0.1, '198.51.100.1, 203.0.113.9', 203.0.113.9",
        "127.0.0.1, '203.0.113.9, 10.0.0.1', 203.0.113.9",
        "127.0.0.1, '203.0.113.9:5678', 203.0.113.9",
        "127.0.0.1, '[2001:db8::1]:80', '[2001:db8::1]'",
        "127.0.0.1, '2001:db8::1', '2001:db8::1'",
        "127.0.0.1, garbage, unknown",
        "127.0.0.1, '203.0.113.9, ', unknown",
        "203.0.113.9, 10.0.0.1, 203.0.113.9",
        "127.0.0.1, 10.0.0.1, 10.0.0.1"
    })
    void a_trusted_proxy_alone_is_believed(String connection, String forwarded, String caller) {
        AddressList trusted = AddressList.parse("127.0.0.1, 10.0.0.0/8");
        assertThat(ClientAddress.of(connection, forwarded, trusted)).isEqualTo(caller);
    }
}
