package kz.paysandbox.emulator.blackbox.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Slow and silent clients, more of them than the server has threads. */
class CrowdTest {

    private static final String BODY = """
            {"DeviceToken":"321","Amount":1}""";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final List<RawConnection> crowd = new ArrayList<>();

    @AfterEach
    void send_the_crowd_home() {
        crowd.forEach(RawConnection::close);
    }

    @Test
    void clients_that_drip_their_bodies_do_not_keep_others_waiting_and_are_answered_in_the_end() {
        for (int number = 0; number < 300; number++) {
            crowd.add(RawConnection.tls(SANDBOX, "kaspi-r1")
                    .say("POST /r1/v01/qr/create HTTP/1.1\r\nHost: localhost\r\nApi-Key: test_sandbox\r\n"
                            + "Content-Type: application/json\r\nContent-Length: " + BODY.length() + "\r\n\r\n{"));
        }

        Calm.server(SANDBOX);

        for (RawConnection dripping : crowd) {
            dripping.say(BODY.substring(1));
        }
        for (RawConnection dripping : crowd) {
            assertThat(dripping.hearLine()).isEqualTo("HTTP/1.1 200 OK");
        }
        Calm.server(SANDBOX);
    }

    @Test
    void clients_that_drip_their_headers_do_not_keep_others_waiting() {
        for (int number = 0; number < 300; number++) {
            crowd.add(RawConnection.plain(SANDBOX.port("control")).say("GET /__sandbox/health HTTP/1.1\r\nHo"));
        }

        Calm.server(SANDBOX);

        assertThat(crowd.get(0).say("st: localhost\r\n\r\n").hearLine()).isEqualTo("HTTP/1.1 200 OK");
    }

    @Test
    void two_thousand_idle_connections_do_not_keep_others_waiting() {
        for (int number = 0; number < 1_000; number++) {
            crowd.add(RawConnection.plain(SANDBOX.port("kaspi-r1")));
            crowd.add(RawConnection.plain(SANDBOX.port("control")));
        }

        Calm.server(SANDBOX);
    }
}
