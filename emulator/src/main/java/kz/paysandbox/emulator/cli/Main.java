package kz.paysandbox.emulator.cli;

import java.io.FileDescriptor;
import java.util.List;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import picocli.CommandLine;

/** The runnable jar's entry. */
public final class Main {

    private Main() {}

    /** Whether this process will serve, as far as that can be seen before the command line is read. */
    private static boolean isStart(List<String> args) {
        return !args.isEmpty()
                && args.get(0).equals("up")
                && args.stream()
                        .noneMatch(arg -> arg.startsWith("--detach") || arg.equals("--help") || arg.equals("-h"));
    }

    public static void main(String[] args) {
        if (isStart(List.of(args))) {
            Emulator.preload();
        }
        StandardStream out = new StandardStream(FileDescriptor.out);
        CommandLine commands = CommandLines.of(args);
        commands.setOut(out.writer());
        commands.setErr(new StandardStream(FileDescriptor.err).writer());
        int code = commands.execute(args);
        commands.getOut().flush();
        System.out.flush();
        if (out.failure().isPresent()) {
            commands.getErr()
                    .println("sandbox: the output could not be written: "
                            + out.failure().get());
            code = code == ExitCode.OK ? ExitCode.FAILED : code;
        }
        commands.getErr().flush();
        System.exit(code);
    }
}
