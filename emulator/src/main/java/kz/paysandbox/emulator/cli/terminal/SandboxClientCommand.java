package kz.paysandbox.emulator.cli.terminal;

import java.io.PrintWriter;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has that talks to a running sandbox. */
public class SandboxClientCommand {

    @Mixin
    private RunningSandbox sandbox = new RunningSandbox();

    @Mixin
    private PrintOptions printing = new PrintOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    protected RunningSandbox sandbox() {
        return sandbox;
    }

    protected AnswerPrinter answers() {
        return printing.printer(out());
    }

    protected boolean isJson() {
        return printing.isJson();
    }

    protected CommandSpec spec() {
        return spec;
    }

    protected Language language() {
        return LanguageOption.of(spec);
    }

    protected PrintWriter out() {
        return spec.commandLine().getOut();
    }

    protected PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
