package kz.paysandbox.emulator.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pastes commands of the README, CONTROL.md, WORLDS.md, QA.md and certs-gen into a shell, against a sandbox started by the launcher. */
class ReadmeCommandsIT {

    @TempDir
    private static Path home;

    /** What the bank's commands ask a person for: passwords, the subject, no challenge. */
    private static final String ANSWERS = """
            openssl() {
              case $1 in
                req) answers='pass-1 pass-1 KZ Almaty Almaty Zhuldyz . shop.example it@shop.example . .' ;;
                *) answers='pass-1 pass-1 pass-1' ;;
              esac
              printf '%s\\n' $answers | setsid -w openssl "$@"
            }
            """;

    private static LaunchedSandbox sandbox;

    @BeforeAll
    static void start_the_sandbox_as_the_readme_says() throws IOException, InterruptedException {
        sandbox = LaunchedSandbox.start(home);
    }

    @AfterAll
    static void stop_it() throws InterruptedException {
        if (sandbox != null) {
            sandbox.stop();
        }
    }

    @Test
    void the_blocks_give_three_processed_payments_and_their_refunds() throws IOException, InterruptedException {
        String output = sandbox.clean(
                String.join("\n", blocks("README.md")) + "\n" + String.join("\n", blocks("emulator/CONTROL.md")));
        assertThat(occurrences(output, "\"Status\":\"Processed\"")).isEqualTo(3);
        assertThat(occurrences(output, "\"ReturnOperationId\":\\d+")).isEqualTo(2);
        assertThat(output).contains("\"refunded\":100.00", "\"AvailableReturnAmount\":750.00");
        assertThat(output).doesNotContain("\"StatusCode\":-", "urn:kzpay-sandbox:");
    }

    @Test
    void a_world_goes_to_a_file_and_comes_back() throws IOException, InterruptedException {
        String output = sandbox.clean(in("files", blocks("emulator/WORLDS.md")));
        assertThat(output).contains("written: shop.kzworld").containsPattern("name +shop");
    }

    @Test
    void the_lines_that_the_banner_prints_work_when_pasted() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        Matcher curls = Pattern.compile("(?m)^    (curl .*)$").matcher(Files.readString(home.resolve("output.txt")));
        while (curls.find()) {
            lines.add(curls.group(1));
        }
        assertThat(lines).hasSizeGreaterThanOrEqualTo(4);
        for (String line : lines) {
            sandbox.clean(line.replaceFirst("curl", "curl -sSf"));
        }
    }

    @Test
    void the_guide_for_qa_cleans_up() throws IOException, InterruptedException {
        List<String> guide = blocks("emulator/QA.md");
        String end = guide.get(guide.size() - 1);
        assertThat(end).contains("/reset");
        sandbox.clean(end);
    }

    @Test
    void a_request_by_the_banks_commands_becomes_a_container() throws IOException, InterruptedException {
        assumeTrue(Shell.has("openssl") && Shell.has("setsid"), "needs openssl, and setsid to answer its questions");
        sandbox.clean(in(
                "request",
                Stream.concat(Stream.of(ANSWERS), blocks("certs-gen/README.md").stream())
                        .toList()));
        assertThat(Shell.run(
                                home,
                                "openssl pkcs12 -in '" + home.resolve("request")
                                        + "/certfile.pfx' -passin pass:pass-1 -nodes")
                        .output())
                .contains("BEGIN CERTIFICATE", "BEGIN PRIVATE KEY");
    }

    @Test
    void the_doctor_finds_nothing_wrong() throws IOException, InterruptedException {
        Shell.Result result = Shell.run(home, "./sandbox doctor");
        assertThat(result.exitCode()).as(result.output()).isZero();
        assertThat(result.output()).contains("trust").doesNotContain("FAIL", "warn");
    }

    /** Blocks that leave files behind, in a folder of their own that has the launcher too. */
    private static String in(String name, List<String> blocks) throws IOException {
        Path folder = Files.createDirectory(home.resolve(name));
        Path launcher = Files.writeString(
                folder.resolve("sandbox"), "#!/bin/sh\nexec '" + ReadmeFile.top() + "/sandbox' \"$@\"\n");
        assertThat(launcher.toFile().setExecutable(true)).isTrue();
        return "cd '" + folder + "'\n" + String.join("\n", blocks);
    }

    private static List<String> blocks(String page) throws IOException {
        return ReadmeFile.read(page).blocks("sh");
    }

    private static long occurrences(String text, String pattern) {
        return Pattern.compile(pattern).matcher(text).results().count();
    }
}
