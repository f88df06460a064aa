package kz.paysandbox.gateway.boot.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import kz.paysandbox.gateway.GatewayFixture;
import kz.paysandbox.gateway.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class GatewayCommandIT {
    @TempDir
    private Path folder;

    private record Result(int code, String out, String err) {}

    private static Result run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = GatewayCommand.line().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
        return new Result(line.execute(words), out.toString(), err.toString());
    }

    private String data() {
        return folder.resolve("data").toString();
    }

    @Test
    void help_names_options_and_commands() {
        Result help = run("--help");
        assertThat(help.code()).isZero();
        assertThat(help.out())
                .contains("--home", "--data", "--listen", "--ports-file", "--admin-token-file")
                .contains("token", "reconcile", "migrate");
        assertThat(run("--version").out()).startsWith("gateway ");
    }

    @Test
    void a_token_is_made_shown_once_listed_by_its_prefix_and_removed() {
        Result made = run("token", "add", "--data", data(), "--shop", "5", "--role", "cashier");
        assertThat(made.code()).isZero();
        String token = made.out().strip();
        assertThat(token).matches("kzpay_[A-Za-z0-9_-]{43}");
        String prefix = token.substring(0, 14);
        Result listed = run("token", "list", "--data", data(), "--shop", "5");
        assertThat(listed.out())
                .contains(prefix, "cashier", "never", "anywhere")
                .doesNotContain(token);
        assertThat(run("token", "remove", "--data", data(), "--shop", "5", prefix)
                        .code())
                .isZero();
        Result gone = run("token", "remove", "--data", data(), "--shop", "5", prefix);
        assertThat(gone.code()).isEqualTo(ExitCode.FAILED);
        assertThat(gone.err()).contains("there is no such token");
    }

    @Test
    void a_token_without_a_shop_is_an_admins_alone() {
        Result nobody = run("token", "add", "--data", data(), "--role", "owner");
        assertThat(nobody.code()).isEqualTo(ExitCode.USAGE);
        assertThat(nobody.err()).contains("--shop ID is missing");
        assertThat(run("token", "add", "--data", data(), "--role", "admin", "--shop", "5")
                        .err())
                .contains("an admin's token is of no shop");
        assertThat(run("token", "add", "--data", data(), "--role", "admin").code())
                .isZero();
    }

    @Test
    void migrate_says_the_version() {
        assertThat(run("migrate", "--data", data()).out()).matches("The tables are at version \\d+\\.\\R");
    }

    @Test
    void what_is_mistyped_is_a_usage_error() {
        assertThat(run("reconcile", "--date", "yesterday", "--data", data()).code())
                .isEqualTo(ExitCode.USAGE);
        Result address = run("--listen", "8550", "--data", data());
        assertThat(address.code()).isEqualTo(ExitCode.USAGE);
        assertThat(address.err()).contains("kzpay.gateway.listen: HOST:PORT is needed");
        Result open = run("--listen", "0.0.0.0:0", "--data", data(), "--home", data());
        assertThat(open.code()).isNotZero();
    }

    @Test
    void without_a_sandbox_one_line_says_how_to_start_it() {
        Result alone = run("--data", data(), "--home", folder.resolve("none").toString());
        assertThat(alone.code()).isEqualTo(ExitCode.FAILED);
        assertThat(alone.err())
                .contains("start the sandbox with './sandbox up'")
                .hasLineCount(1);
    }

    @Test
    void the_database_of_a_running_gateway_and_a_taken_port_are_told_apart() throws Exception {
        try (GatewayFixture fixture = GatewayFixture.on(TestDatabase.POSTGRES);
                ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Map<String, String> settings = new HashMap<>(fixture.settings());
            settings.remove("kzpay.gateway.listen");
            Path file = folder.resolve("gateway.properties");
            Properties properties = new Properties();
            properties.putAll(settings);
            try (var writer = Files.newBufferedWriter(file)) {
                properties.store(writer, null);
            }
            System.setProperty("kzpay.settings", file.toString());
            try {
                Result port = run("--listen", "127.0.0.1:" + taken.getLocalPort());
                assertThat(port.code()).isEqualTo(ExitCode.PORT_IN_USE);
                assertThat(port.err()).contains("cannot listen on 127.0.0.1:" + taken.getLocalPort());
                Result day = run("reconcile", "--date", "2027-01-15");
                assertThat(day.code()).as(day.err()).isZero();
                assertThat(day.out()).contains("DIFFERENCES");
            } finally {
                System.clearProperty("kzpay.settings");
            }
        }
    }
}
