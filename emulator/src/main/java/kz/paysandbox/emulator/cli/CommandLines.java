package kz.paysandbox.emulator.cli;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.certs.command.CertsCommand;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.archive.ArchiveCommand;
import kz.paysandbox.emulator.cli.completion.CompletionCommand;
import kz.paysandbox.emulator.cli.scenario.ScenarioCommand;
import kz.paysandbox.emulator.cli.start.DoctorCommand;
import kz.paysandbox.emulator.cli.start.DownCommand;
import kz.paysandbox.emulator.cli.start.EnvCommand;
import kz.paysandbox.emulator.cli.start.SandboxBins;
import kz.paysandbox.emulator.cli.start.UpCommand;
import kz.paysandbox.emulator.cli.start.WaitCommand;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.cli.token.TokensCommand;
import kz.paysandbox.emulator.cli.world.CallbacksCommand;
import kz.paysandbox.emulator.cli.world.ClockCommand;
import kz.paysandbox.emulator.cli.world.ConfirmCommand;
import kz.paysandbox.emulator.cli.world.DeclineCommand;
import kz.paysandbox.emulator.cli.world.FaultsCommand;
import kz.paysandbox.emulator.cli.world.FindingsCommand;
import kz.paysandbox.emulator.cli.world.OpenCommand;
import kz.paysandbox.emulator.cli.world.PayCommand;
import kz.paysandbox.emulator.cli.world.PaymentsCommand;
import kz.paysandbox.emulator.cli.world.ReadinessCommand;
import kz.paysandbox.emulator.cli.world.RequestsCommand;
import kz.paysandbox.emulator.cli.world.ScanCommand;
import kz.paysandbox.emulator.cli.worlds.WorldsCommand;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Puts the command line together: only the command that is called, so that no other is loaded; all of them for help. */
final class CommandLines {

    private static final List<String> NAMES = List.of(
            "up",
            "wait",
            "down",
            "open",
            "env",
            "certs",
            "doctor",
            "scenario",
            "payments",
            "verify",
            "gateway",
            "pay",
            "scan",
            "confirm",
            "decline",
            "clock",
            "faults",
            "requests",
            "callbacks",
            "findings",
            "readiness",
            "worlds",
            "tokens",
            "archive",
            "completion");

    private CommandLines() {}

    /** In English, whatever this process's surroundings ask for. */
    static CommandLine of(String... args) {
        return of(Language.EN, args);
    }

    /**
     * The command line.
     *
     * @param surroundings the language where {@code args} ask for none
     */
    static CommandLine of(Language surroundings, String... args) {
        Language language = LanguageOption.asked(List.of(args)).orElse(surroundings);
        CommandLine root = new CommandLine(new SandboxCommand(language));
        root.getCommandSpec().usageMessage().description(description());
        String first =
                LanguageOption.withoutIt(List.of(args)).stream().findFirst().orElse("");
        for (String name : NAMES.contains(first) ? List.of(first) : NAMES) {
            root.addSubcommand(name, command(name, language));
        }
        root.setCaseInsensitiveEnumValuesAllowed(true);
        versioned(root);
        if (language != Language.EN) {
            root.setResourceBundle(UsageBundle.of(root, language));
            root.setExecutionStrategy(parsed -> translated(root, parsed, language));
        }
        root.setExecutionExceptionHandler(Failures::handle);
        root.setParameterExceptionHandler(Failures::usage);
        return root;
    }

    private static int translated(CommandLine root, ParseResult parsed, Language language) {
        Optional.ofNullable(root.getSubcommands().get("certs"))
                .ifPresent(certs -> certs.setOut(new TranslatedLines(certs.getOut(), language))
                        .setErr(new TranslatedLines(certs.getErr(), language)));
        return new RunLast().execute(parsed);
    }

    /** Every command that knows {@code --version} has the same. */
    private static void versioned(CommandLine command) {
        command.getCommandSpec().versionProvider(new SandboxCommand.VersionText());
        command.getSubcommands().values().forEach(CommandLines::versioned);
    }

    private static String description() {
        return EmulatorConfig.ownBanks().stream()
                .map(Bank::title)
                .collect(joining(" and ", "An offline sandbox of ", ". For tests only: no money moves."));
    }

    /** One at a time: a command that is not called is not even loaded. */
    private static Object command(String name, Language language) {
        return switch (name) {
            case "up" -> new UpCommand();
            case "wait" -> new WaitCommand();
            case "down" -> new DownCommand();
            case "open" -> new OpenCommand();
            case "completion" -> new CompletionCommand(() -> of(language));
            case "env" -> new EnvCommand();
            case "certs" -> new CertsCommand(new SandboxBins(System.getenv()));
            case "doctor" -> new DoctorCommand();
            case "scenario" -> new ScenarioCommand();
            case "payments" -> new PaymentsCommand();
            case "verify" -> new VerifyCommand();
            case "gateway" -> new GatewayCommand();
            case "pay" -> new PayCommand();
            case "scan" -> new ScanCommand();
            case "confirm" -> new ConfirmCommand();
            case "decline" -> new DeclineCommand();
            case "clock" -> new ClockCommand();
            case "faults" -> new FaultsCommand();
            case "requests" -> new RequestsCommand();
            case "callbacks" -> new CallbacksCommand();
            case "findings" -> new FindingsCommand();
            case "readiness" -> new ReadinessCommand();
            case "worlds" -> new WorldsCommand();
            case "tokens" -> new TokensCommand();
            case "archive" -> new ArchiveCommand();
            default -> throw new IllegalArgumentException(name);
        };
    }
}
