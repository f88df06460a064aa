package kz.paysandbox.emulator.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.certs.PkiException;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.cli.terminal.SettingsException;
import kz.paysandbox.emulator.client.SandboxRefusal;
import kz.paysandbox.emulator.http.server.PortInUse;
import kz.paysandbox.emulator.http.tls.KeyMaterialException;
import kz.paysandbox.emulator.language.Language;
import kz.paysandbox.emulator.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one line, with the right exit code; a stack trace is for bugs alone. */
final class Failures {

    private Failures() {}

    static int handle(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        Language language = LanguageOption.of(command.getCommandSpec());
        String message = language.text(String.valueOf(failure.getMessage()));
        if (failure instanceof PortInUse) {
            err.println("sandbox: " + message);
            return ExitCode.PORT_IN_USE;
        }
        if (failure instanceof PkiException unwritable && unwritable.kind() == PkiException.Kind.IO) {
            err.println("sandbox: " + message);
            return ExitCode.FAILED;
        }
        if (failure instanceof KeyMaterialException || failure instanceof PkiException) {
            err.println("sandbox: " + message);
            return ExitCode.BAD_MATERIAL;
        }
        if (failure instanceof SettingsException) {
            err.println("sandbox: " + message);
            return ExitCode.USAGE;
        }
        if (failure instanceof SandboxRefusal refusal && refusal.status() == 400) {
            err.println("sandbox: "
                    + refusedOption(refusal.getMessage(), parsed)
                            .map(name -> name + ": ")
                            .orElse("") + message);
            return ExitCode.USAGE;
        }
        if (failure instanceof StoreException
                || failure instanceof UncheckedIOException
                || failure instanceof SandboxRefusal) {
            err.println("sandbox: " + message);
            return ExitCode.FAILED;
        }
        err.println("sandbox: " + language.text("this is a bug; please report it with what follows"));
        failure.printStackTrace(err);
        return ExitCode.FAILED;
    }

    /** The option on the command line that the control surface's words begin with. */
    private static Optional<String> refusedOption(@Nullable String detail, ParseResult parsed) {
        String words = String.valueOf(detail).replaceFirst("^unknown ", "");
        ParseResult called = parsed;
        while (called.hasSubcommand()) {
            called = called.subcommand();
        }
        return called.matchedOptions().stream()
                .map(OptionSpec::longestName)
                .filter(name -> words.matches("(?s)" + Pattern.quote(name.replaceFirst("^-+", "")) + "\\b.*"))
                .findFirst();
    }

    static int usage(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        PrintWriter err = command.getErr();
        Language language = LanguageOption.of(command.getCommandSpec());
        err.println("sandbox: " + language.text(String.valueOf(wrong.getMessage())));
        StringWriter suggestions = new StringWriter();
        UnmatchedArgumentException.printSuggestions(wrong, new PrintWriter(suggestions, true));
        suggestions.toString().lines().forEach(line -> err.println(language.text(line)));
        err.println(language.text("Try '" + command.getCommandSpec().qualifiedName() + " --help'."));
        return ExitCode.USAGE;
    }
}
