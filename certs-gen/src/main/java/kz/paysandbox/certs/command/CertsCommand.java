package kz.paysandbox.certs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.certs.PkiException;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.x509.BadMaterialException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code certs}: the sandbox's certificate authority from a terminal; mount it in the launcher as a subcommand. */
@Command(
        name = "certs",
        description = "The sandbox's certificate authority: certificates that work, and those that must be refused.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs init", "  certs lint certrequest.csr", "  certs revoke merchant"},
        subcommands = {
            InitCommand.class,
            SignCommand.class,
            LintCommand.class,
            PfxCommand.class,
            RenewCommand.class,
            RevokeCommand.class,
            CrlCommand.class,
            ServerCommand.class,
            BadCommand.class
        })
@SuppressWarnings("NullAway.Init")
public final class CertsCommand implements Callable<Integer> {
    /** What a subcommand does; prints its result and answers the exit code. */
    @FunctionalInterface
    interface Work {
        int run(PrintWriter out) throws IOException;
    }

    private final InstantSource clock;
    private final SecureRandom random;
    private final KnownBins knownBins;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:SANDBOX_HOME:-.sandbox}",
            scope = ScopeType.INHERIT,
            description = "Home folder; the certificates are in DIR/pki. Default: .sandbox")
    private Path home = Path.of(".sandbox");

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    @SuppressWarnings("UnusedVariable")
    private boolean help;

    /** With the machine's clock and randomness, and the organisations that every world has. */
    public CertsCommand() {
        this(Clock.systemUTC(), new SecureRandom());
    }

    /** With the machine's clock and randomness. */
    public CertsCommand(KnownBins knownBins) {
        this(Clock.systemUTC(), new SecureRandom(), knownBins);
    }

    public CertsCommand(InstantSource clock, SecureRandom random) {
        this(clock, random, (home, world) -> Pki.organizations());
    }

    private CertsCommand(InstantSource clock, SecureRandom random, KnownBins knownBins) {
        this.clock = clock;
        this.random = random;
        this.knownBins = knownBins;
    }

    @Override
    public Integer call() {
        throw new ParameterException(spec.commandLine(), "Missing subcommand");
    }

    Path folder() {
        return home.resolve("pki");
    }

    List<String> knownBins(String world) {
        return knownBins.of(home, world);
    }

    SecureRandom random() {
        return random;
    }

    Pki open() {
        return Pki.open(folder(), clock, random);
    }

    Pki init(PrintWriter out) {
        return Pki.init(folder(), clock, random, line -> {
            out.println(line);
            out.flush();
        });
    }

    /** Runs {@code work} and turns what a user can cause into one line on stderr and an exit code. */
    int run(CommandSpec command, Work work) {
        try {
            return work.run(command.commandLine().getOut());
        } catch (PkiException e) {
            return failed(command, e.getMessage(), e.kind());
        } catch (BadMaterialException e) {
            return failed(command, e.problem(), PkiException.Kind.BAD_MATERIAL);
        } catch (IOException e) {
            return failed(command, FileProblems.of(e), PkiException.Kind.IO);
        }
    }

    private static int failed(CommandSpec command, @Nullable String message, PkiException.Kind kind) {
        command.commandLine().getErr().println("error: " + message);
        return switch (kind) {
            case BAD_MATERIAL -> ExitCode.BAD_MATERIAL;
            case REFUSED, IO -> ExitCode.FAILED;
        };
    }
}
