package kz.paysandbox.emulator.cli.terminal;

import java.io.Console;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The window that standard output goes to.
 *
 * @param isTerminal whether it is one, and not a file or a pipe
 * @param columns how wide it is; looked up when it is asked for
 */
public record TerminalWindow(boolean isTerminal, Supplier<Integer> columns) {

    private static final int NARROWEST = 40;

    /** As the variable COLUMNS says, else as the terminal does. */
    public static TerminalWindow ofThisProcess(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return new TerminalWindow(
                isTerminal(System.console()),
                () -> columns.matches("[1-9]\\d{0,4}")
                        ? Integer.valueOf(columns)
                        : Integer.valueOf(new UsageMessageSpec().autoWidth(true).width()));
    }

    /** Columns that a line may fill; empty where nothing is cut, for it is no terminal. */
    OptionalInt width() {
        return isTerminal ? OptionalInt.of(Math.max(NARROWEST, columns.get())) : OptionalInt.empty();
    }

    /** Java 22 and newer have a console even where there is no terminal; they say so in a method that Java 17 lacks. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException olderJava) {
            return true;
        }
    }
}
