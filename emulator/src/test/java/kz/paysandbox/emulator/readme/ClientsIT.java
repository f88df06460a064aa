package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first calls and the hosts of CLIENTS.md, and the samples, each by the interpreter or compiler of its language. */
class ClientsIT {

    /** Standard libraries alone, and nothing left in the folder of the sources. */
    private static final String OFFLINE = """
            export GOFLAGS=-mod=mod GOPROXY=off GOTOOLCHAIN=local GO111MODULE=auto PYTHONDONTWRITEBYTECODE=1
            phpunit() { command phpunit --do-not-cache-result "$@"; }
            """;

    @TempDir
    private static Path home;

    private static LaunchedSandbox sandbox;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        sandbox = LaunchedSandbox.start(home);
    }

    @AfterAll
    static void stop() throws InterruptedException {
        if (sandbox != null) {
            sandbox.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "python, python3, first.py, python3",
        "js, node, first.js, node",
        "php, php, first.php, php",
        "java, java, FirstCall.java, java",
        "go, go, first.go, go run"
    })
    void a_first_call_prints_0(String language, String tool, String file, String command)
            throws IOException, InterruptedException {
        installed(tool);
        for (String block : ReadmeFile.read("emulator/CLIENTS.md").blocks(language)) {
            Path program = Files.writeString(home.resolve(file), block);
            assertThat(sandbox.clean(OFFLINE + command + " '" + program + "'").strip())
                    .isEqualTo("0");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "node, node, '# pass 1'",
        "php, phpunit, 'OK (1 test, 2 assertions)'",
        "python, python3, 'Ran 1 test'",
        "go, go, 'ok  \texample/shop'"
    })
    void the_test_of_a_sample_passes(String folder, String tool, String passed)
            throws IOException, InterruptedException {
        installed(tool);
        installed(folder);
        String block = String.join(
                "\n",
                ReadmeFile.read("emulator/samples/" + folder + "/README.md").blocks("sh"));
        assertThat(sandbox.clean(OFFLINE + block)).contains(passed);
    }

    @Test
    void every_host_that_is_built_in_is_answered() throws IOException, InterruptedException, CertificateException {
        BuiltInHosts.areAnsweredBy(sandbox);
    }

    private static void installed(String tool) throws IOException, InterruptedException {
        String name = tool.equals("python") ? "python3" : tool;
        assumeTrue(Shell.has(name), name + " is not installed");
        assumeTrue(
                !name.startsWith("php")
                        || Shell.run(home, "php -m | grep -qx curl").exitCode() == 0,
                "PHP has no curl extension");
    }
}
