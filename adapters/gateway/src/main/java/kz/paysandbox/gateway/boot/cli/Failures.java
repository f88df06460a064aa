package kz.paysandbox.gateway.boot.cli;

import java.net.BindException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.adapters.tls.BadKeyMaterial;
import kz.paysandbox.gateway.store.DatabaseInUse;
import picocli.CommandLine;

/** What is said of a failure: one line, and what the process leaves with. */
final class Failures {
    private Failures() {}

    static int handle(Exception failure, CommandLine command, CommandLine.ParseResult parsed) {
        command.getErr().println("gateway: " + line(failure));
        command.getErr().flush();
        return code(failure);
    }

    static int usage(CommandLine.ParameterException failure, String... args) {
        CommandLine command = failure.getCommandLine();
        command.getErr().println("gateway: " + failure.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(failure, command.getErr());
        command.getErr().println("Try 'gateway --help'.");
        command.getErr().flush();
        return ExitCode.USAGE;
    }

    private static int code(Throwable failure) {
        if (first(failure, BindException.class).isPresent()) {
            return ExitCode.PORT_IN_USE;
        }
        if (first(failure, BadKeyMaterial.class).isPresent()) {
            return ExitCode.BAD_MATERIAL;
        }
        return failure instanceof IllegalArgumentException ? ExitCode.USAGE : ExitCode.FAILED;
    }

    private static String line(Throwable failure) {
        Optional<DatabaseInUse> inUse = first(failure, DatabaseInUse.class);
        if (inUse.isPresent()) {
            return oneLine(inUse.get()) + " (kzpay.gateway.database.url); a running gateway is asked by its /admin";
        }
        Optional<SQLException> database = first(failure, SQLException.class);
        if (database.isPresent()) {
            return "the database: " + oneLine(database.get());
        }
        return first(failure, BadKeyMaterial.class).map(Failures::oneLine).orElseGet(() -> oneLine(failure));
    }

    private static <T extends Throwable> Optional<T> first(Throwable failure, Class<T> kind) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .filter(kind::isInstance)
                .map(kind::cast)
                .findFirst();
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        return message == null
                ? "a fault of the program: " + failure.getClass().getSimpleName()
                : message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
