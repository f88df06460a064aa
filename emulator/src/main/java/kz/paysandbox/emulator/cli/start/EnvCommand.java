package kz.paysandbox.emulator.cli.start;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.core.Worlds;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what an application needs to talk to the sandbox. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = "Print what an application needs, as shell exports. Ports are those of the running sandbox.",
        footer = {
            "",
            "Examples:",
            "  eval \"$(./sandbox env)\" && curl \"$SANDBOX_CONTROL_URL/world\"",
            "  ./sandbox env --shell fish | source",
            "  .\\sandbox env --shell powershell | Out-String | Invoke-Expression",
            "  .\\sandbox env --shell cmd > env.cmd && env.cmd",
        })
public final class EnvCommand implements Callable<Integer> {

    /** How it is printed. */
    static final class Form {
        @Option(names = "--json", description = "As a JSON object")
        private boolean json;

        @Option(names = "--dotenv", description = "As lines KEY=value")
        private boolean dotenv;

        @Option(
                names = "--shell",
                paramLabel = "SHELL",
                converter = ShellSyntax.Converter.class,
                description = "As lines of sh, powershell (or pwsh), fish or cmd. Default: sh, for bash and zsh too")
        private ShellSyntax shell = ShellSyntax.SH;
    }

    @Mixin
    private SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--world",
            paramLabel = "NAME",
            description = "Of this world of the running sandbox, whose certificate is written beside the others."
                    + " Default: main")
    private String world = Worlds.MAIN;

    @ArgGroup(exclusive = true)
    private Form form = new Form();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws JsonProcessingException {
        PrintWriter out = spec.commandLine().getOut();
        EmulatorConfig config = new EmulatorConfig(options.read(System.getenv()), line -> {});
        Map<String, String> variables = Environment.of(config, world);
        Environment.gone(config)
                .ifPresent(warning -> spec.commandLine()
                        .getErr()
                        .println("sandbox: " + LanguageOption.of(spec).text(warning)));
        if (form.json) {
            out.println(new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(variables));
        } else if (form.dotenv) {
            variables.forEach((name, value) -> out.println(name + "=" + value));
        } else {
            variables.forEach((name, value) -> out.println(form.shell.line(name, value)));
        }
        return ExitCode.OK;
    }
}
