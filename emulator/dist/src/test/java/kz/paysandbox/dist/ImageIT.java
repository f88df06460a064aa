package kz.paysandbox.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image: built from nothing, run without root, without capabilities and on a file system that cannot be written. */
class ImageIT {

    private static final List<String> PODMAN =
            List.of("podman", "--storage-driver", "vfs", "--cgroup-manager", "cgroupfs", "--runtime", "runc");

    private static final String NAME =
            "kzpay-sandbox-test-" + ProcessHandle.current().pid();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @AfterEach
    void remove() {
        podman("rm", "--force", NAME);
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
        Command.Result started = podman(
                "run",
                "--detach",
                "--name",
                NAME,
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
                NAME + ":/var/lib/sandbox",
                "--env",
                "SANDBOX_EPHEMERAL=true",
                "--env",
                "SANDBOX_PORT_CONTROL=" + freePort(),
                NAME,
                "up",
                "--host",
                "sandbox");
        assertThat(started.code()).as(started.text()).isZero();
        assertThat(becomesHealthy()).as(podman("logs", NAME).text()).isTrue();
        assertThat(podman("logs", NAME).text()).contains("/var/lib/sandbox/pki");
        assertThat(podman("stop", "--time", "5", NAME).code()).isZero();
        assertThat(podman("inspect", "--format", "{{.State.ExitCode}} {{.Config.User}}", NAME)
                        .text())
                .contains("0 1000:1000");
    }

    private static boolean becomesHealthy() {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (System.nanoTime() < end) {
            if (podman("healthcheck", "run", NAME).code() == 0) {
                return true;
            }
        }
        return false;
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
