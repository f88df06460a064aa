package kz.paysandbox.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/** The image: built from nothing, run without root, without capabilities and on a file system that cannot be written. */
class ImageIT {

    private static final List<String> PODMAN =
            List.of("podman", "--storage-driver", "vfs", "--cgroup-manager", "cgroupfs", "--runtime", "runc");

    private static final String NAME =
            "kzpay-sandbox-test-" + ProcessHandle.current().pid();

    private static final String GATEWAY = NAME + "-gateway";

    private static final Pattern TOKEN = Pattern.compile("SANDBOX_CONTROL_TOKEN=(\\S+)");

    private static final List<String> CONFINED = List.of(
            "--read-only",
            "--cap-drop",
            "all",
            "--ulimit",
            "nofile=4096:4096",
            "--ulimit",
            "nproc=4096:4096",
            "--network",
            "host",
            "--tmpfs",
            "/tmp",
            "--volume",
            NAME + ":/var/lib/sandbox");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void remove() {
        podman("rm", "--force", NAME, GATEWAY);
        podman("volume", "rm", "--force", NAME);
        podman("rmi", "--force", NAME);
    }

    @Test
    void it_starts_is_healthy_keeps_its_home_on_a_volume_and_ends_when_told() throws IOException {
        Command.needs("buildah", "podman", "runc", "tar");
        Path script = Path.of("src/image/build.sh").toAbsolutePath();
        Command.Result built = Command.of(
                        folder,
                        script.toString(),
                        Archives.linux().toString(),
                        folder.resolve("context").toString(),
                        NAME)
                .with("STORAGE_DRIVER", "vfs")
                .run();
        assertThat(built.code()).as(built.text()).isZero();
        Command.Result started = run(
                NAME,
                List.of(
                        "--env",
                        "SANDBOX_EPHEMERAL=true",
                        "--env",
                        "SANDBOX_PORT_CONTROL=" + freePort(),
                        "--env",
                        "SANDBOX_CONTROL_TOKEN=" + documentedToken()),
                List.of("up", "--host", "sandbox"));
        assertThat(started.code()).as(started.text()).isZero();
        assertThat(becomesHealthy()).as(podman("logs", NAME).text()).isTrue();
        assertThat(podman("logs", NAME).text()).contains("/var/lib/sandbox/pki", documentedToken());
        assertTheGatewayStarts();
        assertThat(podman("stop", "--time", "5", NAME).code()).isZero();
        assertThat(podman("inspect", "--format", "{{.State.ExitCode}} {{.Config.User}}", NAME)
                        .text())
                .contains("0 1000:1000");
    }

    private static String documentedToken() throws IOException {
        Matcher token = TOKEN.matcher(Files.readString(Path.of("README.md")));
        assertThat(token.find()).isTrue();
        return token.group(1);
    }

    /** As compose.yaml has it, but for the port. */
    private static void assertTheGatewayStarts() throws IOException {
        Map<?, ?> compose = new Yaml().load(Files.readString(Path.of("src/image/compose.yaml")));
        Map<?, ?> services = (Map<?, ?>) Objects.requireNonNull(compose.get("services"));
        Map<?, ?> service = (Map<?, ?>) Objects.requireNonNull(services.get("gateway"));
        String entry = words(service, "entrypoint").stream().collect(Collectors.joining("\",\"", "[\"", "\"]"));
        List<String> command = new ArrayList<>(words(service, "command"));
        int port = freePort();
        command.set(command.indexOf("--listen") + 1, "127.0.0.1:" + port);
        Command.Result started = run(GATEWAY, List.of("--entrypoint", entry), command);
        assertThat(started.code()).as(started.text()).isZero();
        assertThat(answers(port)).as(podman("logs", GATEWAY).text()).isTrue();
        assertThat(within(1, () -> podman("logs", GATEWAY).text().contains("Kaspi: the sandbox, ePay: the sandbox")))
                .as(podman("logs", GATEWAY).text())
                .isTrue();
        assertThat(podman("stop", "--time", "20", GATEWAY).code()).isZero();
    }

    private static List<String> words(Map<?, ?> service, String key) {
        return ((List<?>) Objects.requireNonNull(service.get(key)))
                .stream().map(Object::toString).toList();
    }

    private static boolean answers(int port) {
        return within(
                1,
                () -> Command.of(
                                Path.of("").toAbsolutePath(),
                                "curl",
                                "-sS",
                                "http://127.0.0.1:" + port + "/health/ready")
                        .run()
                        .text()
                        .contains("\"status\":\"UP\""));
    }

    private static boolean within(int minutes, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
        while (System.nanoTime() < end) {
            if (condition.getAsBoolean()) {
                return true;
            }
        }
        return false;
    }

    private static Command.Result run(String name, List<String> options, List<String> command) {
        List<String> words = new ArrayList<>(List.of("run", "--detach", "--name", name));
        words.addAll(CONFINED);
        words.addAll(options);
        words.add(NAME);
        words.addAll(command);
        return podman(words.toArray(String[]::new));
    }

    private static boolean becomesHealthy() {
        return within(2, () -> podman("healthcheck", "run", NAME).code() == 0);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Command.Result podman(String... words) {
        if (!Command.isThere("podman")) {
            return new Command.Result(-1, "");
        }
        List<String> all = new ArrayList<>(PODMAN);
        Stream.of(words).forEach(all::add);
        return Command.of(Path.of("").toAbsolutePath(), all).run();
    }
}
