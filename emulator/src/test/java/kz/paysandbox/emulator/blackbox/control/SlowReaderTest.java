package kz.paysandbox.emulator.blackbox.control;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import kz.paysandbox.emulator.blackbox.support.Control;
import kz.paysandbox.emulator.blackbox.support.EventStream;
import kz.paysandbox.emulator.blackbox.support.Sandbox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A reader of events that has stopped reading: it is cut off, and nobody waits for it. */
class SlowReaderTest {

    /** Far more than the buffers of both ends take. */
    private static final int EVENTS = 400;

    private static final String LONG = "x".repeat(10_000);

    private static final String HEADERS =
            "{\"X-1\":\"" + LONG + "\",\"X-2\":\"" + LONG + "\",\"X-3\":\"" + LONG + "\",\"X-4\":\"" + LONG + "\"}";

    @RegisterExtension
    static final Sandbox SANDBOX = Sandbox.with();

    @Test
    void it_is_cut_off_and_holds_up_nobody() throws IOException {
        int port = SANDBOX.port("control");
        Control control = SANDBOX.control();
        try (Socket sleeping = new Socket();
                EventStream reading = EventStream.open(port, "", "").begun()) {
            sleeping.setReceiveBufferSize(4_096);
            sleeping.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            sleeping.setSoTimeout(20_000);
            sleeping.getOutputStream()
                    .write("GET /__sandbox/events HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(US_ASCII));
            long begun = reading.lastId();
            for (int i = 1; i <= EVENTS; i++) {
                String id = control.post(
                                "/faults",
                                "{\"when\":{\"endpoint\":\"r1 *\",\"header\":" + HEADERS + "},\"then\":{\"http\":503}}")
                        .expect(201)
                        .json()
                        .path("id")
                        .asText();
                reading.until("fault", data -> data.path("id").asText().equals(id));
            }

            assertThat(read(sleeping)).as("bytes until it was cut off").isLessThan((long) EVENTS * HEADERS.length());
            try (EventStream back = EventStream.resume(port, "", begun)) {
                assertThat(back.next().orElseThrow().kind()).isEqualTo("reset");
            }
        }
    }

    /** Up to the end of the connection. */
    private static long read(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[100_000];
        long bytes = 0;
        try {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                bytes += count;
            }
        } catch (SocketException reset) {
            return bytes;
        }
        return bytes;
    }
}
