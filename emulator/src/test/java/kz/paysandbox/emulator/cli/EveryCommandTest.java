package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.Emulator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** No command leaves without a word: help, version, and what each prints against a running sandbox. */
class EveryCommandTest {

    /** How each leaves, and the command line. */
    private static final List<String> AGAINST_A_SANDBOX = List.of(
            "0 payments",
            "0 payments --json",
            "2 payments --status Nope",
            "2 payments --limit 0",
            "2 scan --phone 123",
            "2 payments --at nowhere",
            "1 payments --at http://127.0.0.1:1",
            "2 requests 1 --follow",
            "0 scan",
            "0 confirm --json",
            "1 pay",
            "1 decline 404",
            "0 clock",
            "0 clock --freeze",
            "0 clock --real --json",
            "0 clock --advance 3m",
            "0 clock --to 2027-01-15T10:00:00+05:00",
            "0 clock --at 2027-01-15T10:00:00Z",
            "0 clock --real",
            "2 clock --at noon",
            "2 clock --advance soon",
            "0 faults",
            "0 faults --json",
            "0 faults --on * --then http=503",
            "2 faults --on *",
            "2 faults --then http=503",
            "2 faults --times 3",
            "0 faults --remove fault-1",
            "0 faults --clear",
            "0 faults --clear --json",
            "1 faults --remove fault-1",
            "0 requests",
            "0 requests 1",
            "0 requests --json",
            "1 requests 99",
            "2 requests --endpoint zz",
            "2 requests --since noon",
            "16 findings",
            "16 findings --json",
            "16 findings --format json",
            "16 findings --format junit",
            "16 findings --format sarif",
            "0 findings --at-least warning",
            "0 findings --accept kaspi.request-id.missing",
            "2 findings --accept zz",
            "2 findings --format junit,sarif",
            "2 findings --rule zz",
            "5 readiness",
            "5 readiness --json",
            "5 readiness --uses r1,r3 --format junit",
            "5 readiness --format html --accept kaspi.request-id.missing",
            "2 readiness --accept zz",
            "2 readiness --format junit,sarif",
            "2 readiness --uses r9",
            "2 readiness --uses ,",
            "2 readiness --uses=",
            "1 readiness --world nosuch",
            "0 worlds add short --ttl 2h --seed 5",
            "0 worlds add --json",
            "1 worlds add short",
            "2 worlds add x --ttl soon",
            "2 worlds add x --ttl 0s",
            "2 worlds",
            "0 worlds list",
            "0 worlds list --json",
            "1 worlds export nosuch nosuch.kzworld",
            "1 worlds import nosuch.kzworld --as copy",
            "0 worlds remove short",
            "1 worlds remove short",
            "1 worlds remove main",
            "0 tokens add ci --scope all --worlds 3 --bytes 64MB --expires 30d",
            "0 tokens add reader --scope read --json",
            "1 tokens add ci --scope all",
            "2 tokens add x --scope none",
            "2 tokens add x --scope all --bytes much",
            "2 tokens add x",
            "2 tokens",
            "0 tokens list",
            "0 tokens list --json",
            "0 tokens remove ci",
            "0 tokens remove reader --json",
            "1 tokens remove ci",
            "0 callbacks",
            "0 callbacks --json",
            "1 callbacks show 1",
            "1 callbacks replay 1",
            "0 findings --clear",
            "0 findings",
            "1 scenario status",
            "1 scenario stop",
            "2 scenario play nope",
            "0 scenario play bank-slow",
            "0 scenario status",
            "0 scenario status --json",
            "0 scenario stop",
            "0 env",
            "0 env --json",
            "0 env --dotenv",
            "0 env --shell powershell",
            "0 env --shell pwsh",
            "2 env --shell tcsh",
            "0 wait",
            "0 open --print",
            "0 open --phone --json",
            "1 open 99 --print",
            "0 wait --json",
            "2 wait --for soon",
            "0 doctor",
            "0 doctor --json",
            "0 env --world main",
            "1 env --world nosuch",
            "0 certs crl",
            "0 requests --clear",
            "0 requests --clear --json",
            "1 payments --world nosuch");

    private static final List<String> WITHOUT_ONE = List.of(
            "2 ",
            "2 up --nosuch",
            "2 scenario",
            "2 certs",
            "2 verify",
            "2 gateway",
            "2 payment",
            "0 down --home nosuch",
            "1 wait --for 0s --home nosuch",
            "0 completion bash",
            "0 completion zsh",
            "0 completion fish",
            "2 completion tcsh",
            "1 archive",
            "0 scenario list",
            "0 scenario list --json",
            "0 scenario show bank-slow",
            "1 scenario validate nosuch.yaml",
            "2 scenario new Foo_Bar");

    @TempDir
    private Path home;

    /** A line of words, run somehow. */
    interface Runner {
        Terminal.Result run(List<String> words) throws IOException, InterruptedException;
    }

    @Test
    void all_have_help_and_a_version() throws IOException, InterruptedException {
        haveHelp(Terminal::run);
    }

    /** A command that is added without a line above is not tried. */
    @Test
    void all_are_tried() {
        List<String> lines = Stream.concat(AGAINST_A_SANDBOX.stream(), WITHOUT_ONE.stream())
                .map(line -> line.replaceFirst("\\d+ ", "") + " ")
                .toList();
        assertThat(commands(CommandLines.of())
                        .filter(command -> command.getSubcommands().isEmpty())
                        .map(command -> command.getCommandSpec().qualifiedName().replaceFirst("sandbox ", "") + " ")
                        .filter(name -> !name.startsWith("certs ")))
                .allSatisfy(name -> assertThat(lines).as(name).anyMatch(line -> line.startsWith(name)));
    }

    @Test
    void all_say_something() throws IOException, InterruptedException, GeneralSecurityException {
        saySomething(home, Terminal::run);
    }

    static void haveHelp(Runner runner) throws IOException, InterruptedException {
        for (CommandLine command : commands(CommandLines.of()).toList()) {
            List<String> name = new ArrayList<>(
                    List.of(command.getCommandSpec().qualifiedName().split(" ")));
            name.remove(0);
            name.add("--help");
            Terminal.Result help = runner.run(name);
            assertThat(help.code()).as("%s", name).isZero();
            assertThat(help.out())
                    .startsWith("Usage: " + command.getCommandSpec().qualifiedName());
            assertThat(help.err()).isEmpty();
            if (command.getCommandSpec().findOption("--version") != null) {
                name.set(name.size() - 1, "--version");
                assertThat(runner.run(name).out()).as("%s", name).startsWith("kzpay-sandbox ");
            }
        }
    }

    static void saySomething(Path home, Runner runner)
            throws IOException, InterruptedException, GeneralSecurityException {
        try (Emulator sandbox = Sandboxes.start(home)) {
            Sandboxes.createPayment(sandbox);
            Sandboxes.callWithoutRequestId(sandbox);
            for (String line : AGAINST_A_SANDBOX) {
                check(runner, line, List.of("--home", home.toString()));
            }
        }
        for (String line : WITHOUT_ONE) {
            check(runner, line, List.of());
        }
    }

    private static void check(Runner runner, String line, List<String> more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        int code = Integer.parseInt(words.remove(0));
        words.addAll(more);
        Terminal.Result result = runner.run(words);
        assertThat(result.code()).as(line + "\n" + result.err()).isEqualTo(code);
        assertThat(code == 0 || code == 16 ? result.out() : result.err())
                .as(line)
                .isNotBlank();
        if (words.contains("--json")) {
            assertThat(result.out()).as(line).matches("(?s)[\\[{].*");
        }
    }

    private static Stream<CommandLine> commands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(EveryCommandTest::commands));
    }
}
