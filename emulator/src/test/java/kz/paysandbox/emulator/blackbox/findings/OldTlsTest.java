package kz.paysandbox.emulator.blackbox.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import kz.paysandbox.emulator.blackbox.support.RawConnection;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import kz.paysandbox.emulator.blackbox.support.TestWorld;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clients of the nineties, written out byte by byte, for no library of today speaks like them any more. */
class OldTlsTest {

    private static final int CLIENT_HELLO = 1;
    private static final byte HANDSHAKE = 22;

    /** TLS_RSA_WITH_AES_128_CBC_SHA and TLS_RSA_WITH_3DES_EDE_CBC_SHA. */
    private static final byte[] SUITES = {0, 0x2f, 0, 0x0a};

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    private final TestWorld main = SANDBOX.main();

    @BeforeEach
    void forget() {
        main.control().post("/reset", "").expect(200);
    }

    @ParameterizedTest
    @CsvSource({"kaspi-r1, 1, TLSv1", "kaspi-r2, 2, TLSv1.1", "kaspi-r3, 2, TLSv1.1"})
    void a_hello_below_tls_1_2_is_journaled_with_its_reason_and_is_a_finding(
            String listener, int minor, String version) {
        hello(listener, minor);

        assertThat(main.control().awaitNote("TLS versions")).contains("1.2 is the least");
        var finding = main.control()
                .get("/findings?rule=kaspi.tls.too-old")
                .expect(200)
                .json();
        assertThat(finding).hasSize(1);
        assertThat(finding.path(0).path("evidence").asText())
                .isEqualTo(listener + ": the client offers " + version + " at most");
        long number = finding.path(0).path("requests").path(0).asLong();
        assertThat(main.control()
                        .get("/requests/" + number)
                        .expect(200)
                        .json()
                        .path("handshake")
                        .asText())
                .isEqualTo("failed");
    }

    @Test
    void the_document_of_the_other_bank_says_nothing_of_it() {
        hello("epay", 2);

        main.control().awaitNote("TLS versions");
        assertThat(main.control().findings()).isEmpty();
    }

    @Test
    void a_hello_of_today_without_a_common_suite_is_no_finding() {
        hello("kaspi-r1", 3);

        main.control().awaitNote("handshake failed");
        assertThat(main.control().findings()).isEmpty();
    }

    private static void hello(String listener, int minor) {
        try (RawConnection client = RawConnection.plain(SANDBOX.port(listener))) {
            client.say(hello((byte) minor)).hearAll();
        }
    }

    private static byte[] hello(byte minor) {
        int body = 2 + 32 + 1 + 2 + SUITES.length + 2;
        ByteBuffer record = ByteBuffer.allocate(5 + 4 + body);
        record.put(HANDSHAKE).put((byte) 3).put((byte) 1).putShort((short) (4 + body));
        record.putInt(CLIENT_HELLO << 24 | body);
        record.put((byte) 3).put(minor).put(new byte[32]).put((byte) 0);
        record.putShort((short) SUITES.length).put(SUITES);
        record.put((byte) 1).put((byte) 0);
        return record.array();
    }
}
