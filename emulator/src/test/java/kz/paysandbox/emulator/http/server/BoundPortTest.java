package kz.paysandbox.emulator.http.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundPortTest {

    @Test
    void any_free_port_is_the_same_on_every_address() {
        try (BoundPort bound = BoundPort.open("epay", List.of("127.0.0.1", "127.0.0.2"), 0)) {
            assertThat(bound.channels())
                    .hasSize(2)
                    .allMatch(channel -> channel.socket().getLocalPort() == bound.number());
        }
    }

    @Test
    void a_port_that_is_taken_on_one_address_leaves_none_bound() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2"))) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> BoundPort.open("epay", List.of("127.0.0.1", "127.0.0.2"), port))
                    .isInstanceOf(PortInUse.class)
                    .hasMessageContaining("port " + port + " on 127.0.0.2 for epay cannot be bound");
            try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                assertThat(free.isBound()).isTrue();
            }
        }
    }
}
