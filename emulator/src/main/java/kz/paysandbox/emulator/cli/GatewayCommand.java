package kz.paysandbox.emulator.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Stands in the help for the payment service, which is a jar of its own that only the launcher knows. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        description = "A merchant's payment service over both banks, against the running sandbox;"
                + " ./sandbox gateway --help tells more.")
final class GatewayCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Unmatched
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private List<String> forTheGateway;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "the gateway is not in this jar: ./sandbox gateway, or java -jar adapters/gateway/target/gateway.jar");
    }
}
