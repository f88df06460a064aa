package kz.paysandbox.emulator.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine;

/** Runs a command line in this process. */
final class Terminal {

    /** What a command printed, and how it left. */
    record Result(int code, String out, String err) {}

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private Terminal() {}

    static Result run(List<String> words) {
        String[] args = words.toArray(String[]::new);
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command =
                CommandLines.of(args).setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return new Result(command.execute(args), out.toString(), err.toString());
    }

    /** Words as a shell splits them. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
            words.add(
                    matcher.group(1) != null
                            ? matcher.group(1)
                            : matcher.group(2) != null ? matcher.group(2) : matcher.group(3));
        }
        return words;
    }
}
