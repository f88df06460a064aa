package kz.paysandbox.emulator.core.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnListenersTest {

    private final OwnListeners own = new OwnListeners();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.1",
                "2130706433",
                "127.200.3.4",
                "0.0.0.0",
                "0",
                "::1",
                "::",
                "0:0:0:0:0:0:0:1",
                "::ffff:127.0.0.1",
                "::ffff:7f00:1",
                "::127.0.0.1",
                "64:ff9b::7f00:1"
            })
    void every_way_to_name_this_machine_is_its_own(String host) throws UnknownHostException {
        own.bound(Set.of(8540));

        assertThat(own.areAmong(List.of(InetAddress.getAllByName(host)), 8540)).isTrue();
        assertThat(own.areAmong(List.of(InetAddress.getAllByName(host)), 9000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::7f00:1", "2001:db8::1", "::1:7f00:1", "::192.0.2.1"})
    void another_machine_s_address_is_not(String host) throws UnknownHostException {
        own.bound(Set.of(8540));

        assertThat(own.areAmong(List.of(InetAddress.getAllByName(host)), 8540)).isFalse();
    }

    @Test
    void the_addresses_of_all_interfaces_are_its_own() throws SocketException {
        own.bound(Set.of(8540));

        assertThat(NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses))
                .isNotEmpty()
                .allSatisfy(address ->
                        assertThat(own.areAmong(List.of(address), 8540)).isTrue());
    }

    @Test
    void one_address_of_several_is_enough() throws UnknownHostException {
        own.bound(Set.of(8540));
        List<InetAddress> addresses = List.of(
                InetAddress.getByAddress("shop.example", new byte[] {(byte) 192, 0, 2, 1}),
                InetAddress.getByAddress("shop.example", new byte[] {127, 0, 0, 1}));

        assertThat(own.areAmong(addresses, 8540)).isTrue();
        assertThat(own.areAmong(addresses.subList(0, 1), 8540)).isFalse();
    }

    @Test
    void before_the_ports_are_bound_there_are_none() throws UnknownHostException {
        assertThat(own.areAmong(List.of(InetAddress.getAllByName("localhost")), 8540))
                .isFalse();
    }
}
