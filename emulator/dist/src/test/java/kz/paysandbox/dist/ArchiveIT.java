package kz.paysandbox.dist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archives, unpacked and run with nothing on the path but what every Linux has. */
class ArchiveIT {

    private static final Pattern CONTROL = Pattern.compile("\"control\":(\\d+)");
    private static final Pattern LIBRARY = Pattern.compile("\"purl\" : \"pkg:maven/([^/]+)/([^@]+)@([^?\"]+)");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Path sandbox;

    @SuppressWarnings("NullAway.Init")
    private static Map<String, String> bare;

    @BeforeAll
    static void unpack() throws IOException {
        Path unpacked = Files.createDirectory(folder.resolve("unpacked"));
        sandbox = Archives.unpacked(unpacked);
        Path tools = Files.createDirectory(folder.resolve("tools"));
        for (String tool : List.of("sh", "dirname", "readlink", "mv", "rm")) {
            Files.copy(Path.of("/bin", tool), tools.resolve(tool), StandardCopyOption.COPY_ATTRIBUTES);
        }
        bare = Map.of("PATH", tools.toString(), "HOME", folder.toString());
    }

    @Test
    void without_java_on_the_machine_it_starts_and_answers() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("linked"), sandbox.resolve("bin/sandbox"));
        Path ports = folder.resolve("ports.json");
        Process up = Command.of(
                        folder,
                        link.toString(),
                        "up",
                        "--ephemeral",
                        "--home",
                        folder.resolve("home").toString(),
                        "--ports-file",
                        ports.toString())
                .inEnvironment(bare)
                .start(folder.resolve("up.txt"));
        try {
            int control = control(up, ports);
            assertThat(HttpClient.newHttpClient()
                            .send(
                                    HttpRequest.newBuilder(
                                                    URI.create("http://localhost:" + control + "/__sandbox/health"))
                                            .build(),
                                    BodyHandlers.ofString())
                            .body())
                    .contains("UP");
            assertThat(sandbox.resolve("runtime/lib/server/classes.jsa")).exists();
        } finally {
            up.destroy();
            assertThat(up.waitFor(10, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(up.exitValue()).isZero();
    }

    @Test
    void the_contract_suite_runs_by_its_runtime_with_both_drivers_and_both_banks() {
        for (String driver : List.of("raw", "adapter")) {
            Command.Result verified = Command.of(
                            folder,
                            sandbox.resolve("bin/sandbox").toString(),
                            "verify",
                            "--driver",
                            driver,
                            "--tags",
                            "@row:r2_qr_create or @row:epay_oauth2_token",
                            "--format",
                            "html,junit,json",
                            "--out",
                            folder.resolve("report-" + driver).toString())
                    .inEnvironment(bare)
                    .run();
            assertThat(verified.code()).as(verified.text()).isZero();
        }
    }

    @Test
    void the_gateway_runs_by_its_runtime_and_says_that_it_misses_a_sandbox() {
        Command.Result alone = Command.of(
                        folder,
                        sandbox.resolve("bin/sandbox").toString(),
                        "gateway",
                        "--home",
                        folder.resolve("none").toString(),
                        "--data",
                        folder.resolve("gateway").toString())
                .inEnvironment(bare)
                .run();
        assertThat(alone.code()).as(alone.text()).isEqualTo(1);
        assertThat(alone.text()).contains("start the sandbox with './sandbox up'");
        Command.Result migrated = Command.of(
                        folder,
                        sandbox.resolve("bin/sandbox").toString(),
                        "gateway",
                        "migrate",
                        "--data",
                        folder.resolve("gateway").toString())
                .inEnvironment(bare)
                .run();
        assertThat(migrated.code()).as(migrated.text()).isZero();
    }

    @Test
    void the_other_archive_runs_by_the_java_of_the_machine() throws IOException {
        Command.needs("unzip");
        Path unpacked = Files.createDirectory(folder.resolve("unzipped"));
        assertThat(Command.of(unpacked, "unzip", "-q", Archives.zip().toString())
                        .run()
                        .code())
                .isZero();
        String launcher = unpacked.resolve(sandbox.getFileName().toString())
                .resolve("bin/sandbox")
                .toString();
        Command.Result without =
                Command.of(folder, launcher, "--version").inEnvironment(bare).run();
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.text()).contains("install a JDK 17 or newer");
        Command.Result with = Command.of(folder, launcher, "--version")
                .inEnvironment(Map.of("PATH", bare.get("PATH"), "JAVA_HOME", System.getProperty("java.home")))
                .run();
        assertThat(with.code()).as(with.text()).isZero();
    }

    @Test
    void each_archive_has_its_checksum() throws IOException {
        for (Path archive : Archives.all()) {
            assertThat(Files.readString(Path.of(archive + ".sha256")).strip())
                    .isEqualTo(Archives.sha256(archive) + "  " + archive.getFileName());
        }
    }

    @Test
    void every_library_inside_is_listed_with_its_licence_and_in_the_bill_of_materials() throws IOException {
        String bill = Files.readString(sandbox.resolve("sandbox.cdx.json"));
        String licences = Files.readString(sandbox.resolve("licenses/THIRD-PARTY.txt"));
        List<String> libraries = new ArrayList<>();
        Matcher library = LIBRARY.matcher(bill);
        while (library.find()) {
            if (!library.group(1).equals("kz.paysandbox")) {
                libraries.add(library.group(1) + ":" + library.group(2) + ":" + library.group(3));
            }
        }
        assertThat(libraries).hasSizeGreaterThan(40);
        assertThat(libraries).allSatisfy(name -> assertThat(licences).contains(name));
        assertThat(licences).doesNotContain("Unknown license");
    }

    /** The port of the control surface, once the file that names it is there. */
    private static int control(Process up, Path ports) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(2);
        while (!Files.exists(ports) && System.nanoTime() < end) {
            if (up.waitFor(50, TimeUnit.MILLISECONDS)) {
                break;
            }
        }
        assertThat(ports).as(said()).exists();
        Matcher port = CONTROL.matcher(Files.readString(ports));
        assertThat(port.find()).isTrue();
        return Integer.parseInt(port.group(1));
    }

    private static String said() throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("up.txt"))) {
            return String.join("\n", lines.toList());
        }
    }
}
