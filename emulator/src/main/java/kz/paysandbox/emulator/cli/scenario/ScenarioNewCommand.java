package kz.paysandbox.emulator.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.control.BankTableFacts;
import kz.paysandbox.emulator.scenario.ScenarioCatalogue;
import kz.paysandbox.emulator.scenario.ScenarioText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a scenario to start from, and its schema beside it, so that an editor knows the keys. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description = "Write NAME.yaml to start from, and scenario.schema.json beside it for the editor.")
public final class ScenarioNewCommand implements Callable<Integer> {

    @Parameters(paramLabel = "NAME", description = "Its name: a-z, 0-9 and -")
    private String name = "";

    @Option(
            names = "--from",
            paramLabel = "NAME|FILE",
            completionCandidates = ScenarioNames.class,
            description = "Copy this one. Default: a template")
    private @Nullable String from;

    @Option(names = "--dir", paramLabel = "DIR", description = "Where to. Default: here", defaultValue = ".")
    private Path dir = Path.of(".");

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        String text = template().replaceFirst("(?m)^name: .*$", "name: " + name);
        ScenarioText.of(text, new BankTableFacts(EmulatorConfig.ownBanks()))
                .refusal()
                .ifPresent(problems -> {
                    throw new SettingsException(problems.get(0).message());
                });
        Path file = dir.resolve(name + ".yaml");
        try {
            Files.createDirectories(dir);
            Files.writeString(file, text, StandardOpenOption.CREATE_NEW);
            Files.writeString(dir.resolve("scenario.schema.json"), ScenarioCatalogue.schema());
        } catch (FileAlreadyExistsException present) {
            throw new SettingsException(file + " is there already; choose another name");
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file + ": " + unwritable.getMessage(), unwritable);
        }
        spec.commandLine()
                .getOut()
                .println(LanguageOption.of(spec)
                        .text("wrote " + file + "; check it with: sandbox scenario validate " + file));
        return ExitCode.OK;
    }

    private String template() {
        return from == null
                ? ScenarioCatalogue.template()
                : EmulatorConfig.scenario(from).map(ScenarioText::text).fold(text -> text, problem -> {
                    throw new SettingsException(problem);
                });
    }
}
