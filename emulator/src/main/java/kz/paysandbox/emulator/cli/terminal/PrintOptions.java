package kz.paysandbox.emulator.cli.terminal;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** How a command prints: for people or for scripts, in whose time, in colour or not. */
public final class PrintOptions {

    /** Where the banks are. */
    private static final ZoneOffset ASTANA = ZoneOffset.ofHours(5);

    /** When a text is coloured. */
    enum Coloring {
        AUTO,
        ALWAYS,
        NEVER;

        /** As it is typed. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @Option(names = "--json", scope = ScopeType.INHERIT, description = "As JSON, for scripts")
    private boolean json;

    @Option(
            names = "--utc",
            scope = ScopeType.INHERIT,
            description = "Times in UTC. Default: those of the banks, +05:00")
    private boolean utc;

    @Option(
            names = "--color",
            scope = ScopeType.INHERIT,
            paramLabel = "WHEN",
            description = "auto, always or never. Default: auto, where it is a terminal and NO_COLOR is not set")
    private Coloring color = Coloring.AUTO;

    @Spec(Spec.Target.MIXEE)
    @SuppressWarnings("NullAway.Init")
    private CommandSpec command;

    public boolean isJson() {
        return json;
    }

    /** A printer to {@code out}, which is this process's standard output. */
    public AnswerPrinter printer(PrintWriter out) {
        return printer(
                out,
                TerminalWindow.ofThisProcess(System.getenv()),
                System.getenv(),
                json ? Language.EN : LanguageOption.of(command));
    }

    AnswerPrinter printer(PrintWriter out, TerminalWindow window, Map<String, String> environment, Language language) {
        boolean colored = switch (color) {
            case ALWAYS -> true;
            case NEVER -> false;
            case AUTO ->
                window.isTerminal()
                        && environment.getOrDefault("NO_COLOR", "").isEmpty()
                        && !"dumb".equals(environment.get("TERM"));
        };
        return new AnswerPrinter(
                out,
                json,
                new CellText(utc ? ZoneOffset.UTC : ASTANA),
                new TableStyle(json ? OptionalInt.empty() : window.width(), colored),
                language);
    }
}
