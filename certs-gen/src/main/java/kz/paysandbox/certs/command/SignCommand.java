package kz.paysandbox.certs.command;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.Signing;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.SafeFiles.Access;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs sign}: plays the bank that answers a request by mail (Annex 1, steps 2 and 3). */
@Command(
        name = "sign",
        description = "Signs a certificate request that follows Annex 2, for one or more organisations.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  certs sign certrequest.csr --bin 180340021791 --out certfile.cer",
            "  certs sign certrequest.csr --bin 180340021791 --bin 990340000013 --out certfile.cer"
        })
@SuppressWarnings("NullAway.Init")
final class SignCommand implements Callable<Integer> {
    private static final int MOST_SHOWN = 20;

    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<csr>", description = "Certificate request, PEM or DER.")
    private Path csr;

    @Option(
            names = "--bin",
            required = true,
            paramLabel = "BIN",
            converter = BinConverter.class,
            description = "Organisation the certificate may act for; repeat it for several.")
    private List<String> bins = new ArrayList<>();

    @Option(
            names = "--world",
            paramLabel = "W",
            defaultValue = "main",
            description = "World it authenticates for. Default: ${DEFAULT-VALUE}")
    private String world = "main";

    @Option(names = "--unknown-bin", description = "Sign also for an organisation that the sandbox does not have yet.")
    private boolean unknownBin;

    @Mixin
    private OutputFile output = new OutputFile();

    @Override
    public Integer call() {
        if (world.isBlank()) {
            throw new ParameterException(spec.commandLine(), "--world must not be blank");
        }
        checkBins();
        return certs.run(spec, this::sign);
    }

    /** A certificate of an organisation that nobody knows could only be answered with -10000 or -1401. */
    private void checkBins() {
        List<String> known = certs.knownBins(world);
        bins.stream()
                .filter(bin -> !unknownBin && !known.contains(bin))
                .findFirst()
                .ifPresent(bin -> {
                    throw new ParameterException(
                            spec.commandLine(),
                            "--bin " + bin + ": the world " + world + " has no such organisation, there are "
                                    + String.join(", ", known.subList(0, Math.min(MOST_SHOWN, known.size())))
                                    + ". Add it first, by POST /__sandbox/organizations or under kaspi.organizations in"
                                    + " sandbox.yaml, or sign all the same with --unknown-bin");
                });
    }

    private int sign(PrintWriter out) throws IOException {
        output.demandFree();
        Signing answer = certs.open().sign(InputFile.request(csr), bins, world);
        answer.findings().forEach(spec.commandLine().getErr()::println);
        return write(answer, out);
    }

    private int write(Signing answer, PrintWriter out) throws IOException {
        if (answer instanceof Signing.Signed signed) {
            output.write(signed.certificatePem().getBytes(US_ASCII), Access.EVERYONE);
            RegisteredCertificate entry = signed.entry();
            out.println("signed '" + entry.name() + "' until " + entry.notAfter() + ", serial "
                    + entry.serial().toString(16) + ": " + output.file());
            return ExitCode.OK;
        }
        spec.commandLine().getErr().println("error: refused, " + csr + " does not follow Annex 2");
        return ExitCode.BAD_MATERIAL;
    }
}
