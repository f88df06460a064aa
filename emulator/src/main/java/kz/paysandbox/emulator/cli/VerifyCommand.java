package kz.paysandbox.emulator.cli;

import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/** Stands in the help for the suite, which is a jar of its own that only the launcher knows. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = "The contract suite against this emulator, a running sandbox or the bank's test stand;"
                + " ./sandbox verify --help tells more.")
final class VerifyCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Unmatched
    @SuppressWarnings({"NullAway.Init", "UnusedVariable"})
    private List<String> forTheSuite;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "the contract suite is not in this jar: ./sandbox verify, or java -jar features/target/verify.jar");
    }
}
