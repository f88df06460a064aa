package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.cli.Main;
import kz.paysandbox.emulator.store.postgres.PostgresServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Pastes the commands of a team's sandbox into two shells, each in a folder of its own, with a database of the test's. */
class TeamCommandsIT {

    @RegisterExtension
    static final PostgresServer SERVER = new PostgresServer();

    private static final long PATIENCE_SECONDS = 120;

    @TempDir
    private Path folder;

    private final List<Process> shells = new ArrayList<>();

    @AfterEach
    void end() throws IOException, InterruptedException {
        for (Process shell : shells) {
            shell.getOutputStream().close();
            if (!shell.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                shell.destroyForcibly();
            }
        }
    }

    @Test
    void two_shells_give_one_sandbox() throws Exception {
        assumeThat(Shell.has("openssl") && Shell.has("bash")).isTrue();
        SERVER.execute("create role sandbox superuser login");
        List<String> lines = ReadmeFile.read("emulator/WORLDS.md")
                .blocks("bash")
                .get(0)
                .lines()
                .toList();
        Path first = started("first", lines);
        Path second = Files.createDirectory(folder.resolve("second"));
        Files.copy(first.resolve("store.key"), second.resolve("store.key"));
        started("second", lines.subList(1, lines.size()));

        assertThat(worlds(first)).contains("\"main\"").isEqualTo(worlds(second));
        assertThat(Files.readString(second.resolve("home/control.token")))
                .isEqualTo(Files.readString(first.resolve("home/control.token")));
    }

    private Path started(String name, List<String> lines) throws IOException, InterruptedException {
        Path home = Files.createDirectories(folder.resolve(name));
        Files.writeString(home.resolve("db.password"), "of no meaning here\n");
        Path launcher = Files.writeString(
                home.resolve("sandbox"),
                "#!/bin/sh\nexec '" + Path.of(System.getProperty("java.home"), "bin", "java")
                        + "' -Xmx384m -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                        + Main.class.getName() + " \"$@\" --quiet --ephemeral --home '" + home.resolve("home")
                        + "' --ports-file '" + home.resolve("ports.json") + "' --while-used '"
                        + home.resolve("lease.json") + "'\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        String database = SERVER.url().replaceFirst("\\?.*", "");
        String block = String.join("\n", lines).replace("jdbc:postgresql://db/sandbox", database);
        ProcessBuilder shell = new ProcessBuilder("bash", "-e", "-c", block)
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile());
        shell.environment().keySet().removeIf(key -> key.startsWith("SANDBOX_"));
        Process started = shell.start();
        shells.add(started);
        while (Files.notExists(home.resolve("lease.json"))) {
            assertThat(started.waitFor(20, TimeUnit.MILLISECONDS))
                    .as(Files.readString(home.resolve("output.txt")))
                    .isFalse();
        }
        return home;
    }

    private static String worlds(Path home) throws IOException, InterruptedException {
        int port = new ObjectMapper()
                .readTree(home.resolve("ports.json").toFile())
                .path("control")
                .asInt();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/__sandbox/worlds"))
                                .header(
                                        "Authorization",
                                        "Bearer "
                                                + Files.readString(home.resolve("home/control.token"))
                                                        .strip())
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }
}
