package kz.paysandbox.emulator.cli;

import java.io.PrintWriter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What every command has that talks to a running sandbox. */
class AtSandbox {

    @Mixin
    private RunningSandbox sandbox = new RunningSandbox();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    RunningSandbox sandbox() {
        return sandbox;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
