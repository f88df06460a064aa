package kz.paysandbox.emulator.cli;

import static java.util.stream.Collectors.joining;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kz.paysandbox.certs.command.CertsCommand;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.scenario.ScenarioCommand;
import kz.paysandbox.emulator.cli.start.DoctorCommand;
import kz.paysandbox.emulator.cli.start.EnvCommand;
import kz.paysandbox.emulator.cli.start.SandboxBins;
import kz.paysandbox.emulator.cli.start.UpCommand;
import kz.paysandbox.emulator.cli.world.ClockCommand;
import kz.paysandbox.emulator.cli.world.ConfirmCommand;
import kz.paysandbox.emulator.cli.world.DeclineCommand;
import kz.paysandbox.emulator.cli.world.FaultsCommand;
import kz.paysandbox.emulator.cli.world.FindingsCommand;
import kz.paysandbox.emulator.cli.world.PayCommand;
import kz.paysandbox.emulator.cli.world.PaymentsCommand;
import kz.paysandbox.emulator.cli.world.RequestsCommand;
import kz.paysandbox.emulator.cli.world.ScanCommand;
import kz.paysandbox.emulator.core.bank.Bank;
import picocli.CommandLine;

/** Puts the command line together: only the command that is called, so that no other is loaded; all of them for help. */
final class CommandLines {

    private CommandLines() {}

    static CommandLine of(String... args) {
        Map<String, Supplier<Object>> commands = commands();
        CommandLine root = new CommandLine(new SandboxCommand());
        root.getCommandSpec().usageMessage().description(description());
        Optional<String> called =
                args.length > 0 && commands.containsKey(args[0]) ? Optional.of(args[0]) : Optional.empty();
        commands.forEach((name, command) -> {
            if (called.map(name::equals).orElse(true)) {
                root.addSubcommand(name, command.get());
            }
        });
        root.setCaseInsensitiveEnumValuesAllowed(true);
        root.setExecutionExceptionHandler(Failures::handle);
        root.setParameterExceptionHandler(Failures::usage);
        return root;
    }

    private static String description() {
        return EmulatorConfig.ownBanks().stream()
                .map(Bank::title)
                .collect(joining(" and ", "An offline sandbox of ", ". For tests only: no money moves."));
    }

    private static Map<String, Supplier<Object>> commands() {
        Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
        commands.put("up", UpCommand::new);
        commands.put("env", EnvCommand::new);
        commands.put("certs", () -> new CertsCommand(new SandboxBins(System.getenv())));
        commands.put("doctor", DoctorCommand::new);
        commands.put("scenario", ScenarioCommand::new);
        commands.put("payments", PaymentsCommand::new);
        commands.put("verify", VerifyCommand::new);
        commands.put("pay", PayCommand::new);
        commands.put("scan", ScanCommand::new);
        commands.put("confirm", ConfirmCommand::new);
        commands.put("decline", DeclineCommand::new);
        commands.put("clock", ClockCommand::new);
        commands.put("faults", FaultsCommand::new);
        commands.put("requests", RequestsCommand::new);
        commands.put("findings", FindingsCommand::new);
        return commands;
    }
}
