package kz.paysandbox.emulator.cli;

import java.io.FileDescriptor;
import java.util.List;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine;

/** The runnable jar's entry. */
public final class Main {

    private Main() {}

    /** Whether this process will serve, as far as that can be seen before the command line is read. */
    private static boolean isStart(List<String> words) {
        List<String> args = LanguageOption.withoutIt(words);
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
        Language language = LanguageOption.ofThisProcess();
        CommandLine commands = CommandLines.of(language, args);
        commands.setOut(out.writer());
        commands.setErr(new StandardStream(FileDescriptor.err).writer());
        int code = LanguageOption.problem(System.getenv())
                .filter(problem -> LanguageOption.word(List.of(args)).isEmpty())
                .map(problem -> {
                    commands.getErr().println("sandbox: " + language.text(problem));
                    return ExitCode.USAGE;
                })
                .orElseGet(() -> commands.execute(args));
        commands.getOut().flush();
        System.out.flush();
        if (out.failure().isPresent()) {
            commands.getErr()
                    .println("sandbox: "
                            + language.text("the output could not be written: "
                                    + out.failure().get()));
            code = code == ExitCode.OK ? ExitCode.FAILED : code;
        }
        commands.getErr().flush();
        System.exit(code);
    }
}
