package kz.paysandbox.emulator.cli.start;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.AnswerPrinter;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.cli.terminal.PrintOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Looks for what commonly stands between an application and the sandbox, and says what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Check Java, ports, certificates, trust and clock; say what to do.",
        footer = {"", "Exit codes: 0 all is well, 16 warnings only, 1 something will not work."})
public final class DoctorCommand implements Callable<Integer> {

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Mixin
    private PrintOptions printing = new PrintOptions();

    @Option(
            names = "--cert",
            paramLabel = "FILE",
            description = "Also look at this client certificate of an application (PEM)")
    private @Nullable Path certificate;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        EmulatorConfig config = new EmulatorConfig(options.read(System.getenv()), line -> {});
        List<Diagnosis> diagnoses = new Checkup(config, Optional.ofNullable(certificate)).run();
        AnswerPrinter answers = printing.printer(out);
        if (printing.isJson()) {
            answers.list(new ObjectMapper().valueToTree(diagnoses), List.of());
        } else {
            diagnoses.forEach(diagnosis -> out.println(diagnosis.line(answers::judged, LanguageOption.of(spec))));
        }
        if (diagnoses.stream().anyMatch(diagnosis -> diagnosis.verdict() == Diagnosis.Verdict.BROKEN)) {
            return ExitCode.FAILED;
        }
        boolean warned = diagnoses.stream().anyMatch(diagnosis -> diagnosis.verdict() == Diagnosis.Verdict.WARNING);
        return warned ? ExitCode.WARNINGS : ExitCode.OK;
    }
}
