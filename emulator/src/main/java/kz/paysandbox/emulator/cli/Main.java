package kz.paysandbox.emulator.cli;

import picocli.CommandLine;

/** The runnable jar's entry. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        CommandLine commands = CommandLines.of(args);
        commands.setOut(commands.getOut());
        commands.setErr(commands.getErr());
        int code = commands.execute(args);
        commands.getOut().flush();
        commands.getErr().flush();
        System.out.flush();
        System.exit(code);
    }
}
