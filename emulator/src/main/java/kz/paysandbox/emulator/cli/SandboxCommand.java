package kz.paysandbox.emulator.cli;

import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.control.call.Version;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line. */
@Command(
        name = "sandbox",
        mixinStandardHelpOptions = true,
        versionProvider = SandboxCommand.VersionText.class,
        footer = {
            "",
            "Exit codes: 0 ok, 1 failed, 2 usage, 3 port in use, 4 bad certificate or key material,",
            "5 nothing ran, 6 drift found, 12 out of memory, 16 warnings only.",
        })
public final class SandboxCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("UnusedVariable")
    private final LanguageOption language;

    SandboxCommand(Language initial) {
        language = new LanguageOption(initial);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do, for example: sandbox up");
    }

    /** The build's version. */
    static final class VersionText implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"kzpay-sandbox " + Version.current()};
        }
    }
}
