package kz.paysandbox.emulator.cli.start;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.cli.terminal.DurationConverter;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.client.SandboxRefusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Waits until a sandbox is up. */
@Command(
        name = "wait",
        mixinStandardHelpOptions = true,
        description = "Wait until the sandbox is up: until every listener can answer.",
        footer = {"", "Exit codes: 0 it is up, 1 it was not in time."})
public final class WaitCommand extends SandboxClientCommand implements Callable<Integer> {

    private static final long PAUSE_MILLIS = 200;
    private static final int UNAUTHORIZED = 401;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            defaultValue = "60s",
            description = "At most so long, as 30s or PT30S. Default: 60s")
    private Duration longest = Duration.ofSeconds(60);

    @Override
    public Integer call() throws InterruptedException {
        InstantSource clock = InstantSource.system();
        Instant end = clock.instant().plus(longest);
        String seen = "";
        Duration left = longest;
        do {
            try {
                ControlClient client = sandbox().client().within(left.plusMillis(PAUSE_MILLIS));
                JsonNode health = client.get("/health");
                if (health.path("status").asText().equals("UP")) {
                    answers()
                            .said(
                                    "up: " + client.base(),
                                    JsonNodeFactory.instance.objectNode().put("status", "UP"));
                    return ExitCode.OK;
                }
                seen = client.base() + " is " + health.path("status").asText();
            } catch (SandboxRefusal refusal) {
                if (refusal.status() == UNAUTHORIZED) {
                    throw refusal;
                }
                seen = refusal.getMessage();
            } catch (UncheckedIOException silent) {
                seen = silent.getMessage();
            }
            new CountDownLatch(1).await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
            left = Duration.between(clock.instant(), end);
        } while (!left.isNegative() && !left.isZero());
        err().println("sandbox: "
                + language().text("not up in time: " + Optional.ofNullable(seen).orElse("")));
        return ExitCode.FAILED;
    }
}
