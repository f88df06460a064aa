package kz.paysandbox.emulator.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HalfStartTest {

    @TempDir
    private Path folder;

    @Test
    void a_start_whose_last_step_fails_gives_its_ports_back() throws IOException {
        String port = freePort();
        Path file = Files.writeString(folder.resolve("file"), "");
        Map<String, String> unwritable = Map.of(
                "port.control", port, "ports-file", file.resolve("ports.json").toString());
        assertThatThrownBy(() -> start(unwritable)).isInstanceOf(UncheckedIOException.class);
        try (Emulator again = start(Map.of("port.control", port))) {
            assertThat(again.ports()).containsEntry("control", Integer.valueOf(port));
        }
    }

    private Emulator start(Map<String, String> settings) {
        return Emulator.start(EmulatorConfig.embedded(folder.resolve("home"), settings));
    }

    private static String freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return String.valueOf(socket.getLocalPort());
        }
    }
}
