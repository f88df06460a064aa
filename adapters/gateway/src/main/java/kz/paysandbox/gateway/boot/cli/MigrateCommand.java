package kz.paysandbox.gateway.boot.cli;

import java.util.concurrent.Callable;
import kz.paysandbox.gateway.boot.DatabaseSetup;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import kz.paysandbox.gateway.store.GatewayDatabase;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Brings the database up to date, without starting the gateway. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description = "Brings the database's tables up to date, as every start does.")
final class MigrateCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SettingOptions settings;

    @Override
    public Integer call() {
        try (GatewayDatabase database = DatabaseSetup.open(settings.read(), GatewaySurroundings.system())) {
            spec.commandLine()
                    .getOut()
                    .println("The tables are at version " + database.migrate().version() + ".");
        }
        return ExitCode.OK;
    }
}
