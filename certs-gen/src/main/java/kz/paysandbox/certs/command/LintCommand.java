package kz.paysandbox.certs.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.csr.CsrFinding;
import kz.paysandbox.certs.csr.CsrLint;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs lint}. */
@Command(
        name = "lint",
        description = "Checks a certificate request against Annex 2, line by line. "
                + "Ends with 0 when it follows it, 16 with warnings only, 4 with errors.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs lint certrequest.csr"})
@SuppressWarnings("NullAway.Init")
final class LintCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "<csr>", description = "Certificate request, PEM or DER.")
    private Path csr;

    @Override
    public Integer call() {
        return certs.run(spec, out -> {
            List<CsrFinding> findings = CsrLint.lint(InputFile.request(csr));
            findings.forEach(out::println);
            long errors = findings.stream().filter(CsrFinding::isError).count();
            out.println(csr + ": errors: " + errors + ", warnings: " + (findings.size() - errors));
            if (errors > 0) {
                return ExitCode.BAD_MATERIAL;
            }
            return findings.isEmpty() ? ExitCode.OK : ExitCode.WARNINGS_ONLY;
        });
    }
}
