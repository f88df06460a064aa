package kz.paysandbox.emulator.cli.world;

import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Lists payments. */
@Command(name = "payments", mixinStandardHelpOptions = true, description = "Payments of all banks, newest first.")
public final class PaymentsCommand extends SandboxClientCommand implements Callable<Integer> {

    @Option(names = "--status", description = "Only those in this status")
    private @Nullable String status;

    @Option(names = "--limit", description = "At most so many. Default: 20", defaultValue = "20")
    private int limit = 20;

    @Override
    public Integer call() {
        String filter = status == null ? "" : "&status=" + QueryText.of(status);
        answers()
                .list(
                        sandbox().client().get("/payments?limit=" + limit + filter),
                        List.of("id", "bank", "kind", "amount", "refunded", "status", "bin", "externalId"));
        return ExitCode.OK;
    }
}
