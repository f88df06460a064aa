package kz.paysandbox.certs.command;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.PkiFiles;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code certs server}. */
@Command(
        name = "server",
        description = "Issues a server certificate for an application's own HTTPS endpoint, so that it can receive "
                + "callbacks over TLS; the sandbox trusts it.",
        footerHeading = "%nExamples:%n",
        footer = {"  certs server --host shop.local --host localhost", "  certs server --host shop_app --name shop"})
@SuppressWarnings("NullAway.Init")
final class ServerCommand implements Callable<Integer> {
    @ParentCommand
    private CertsCommand certs;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--host",
            required = true,
            paramLabel = "NAME",
            description = "Host name or address it is for; repeat it for several.")
    private List<String> hosts = new ArrayList<>();

    @Option(
            names = "--name",
            paramLabel = "FILE",
            description = "Base name of its files in pki/servers. Default: the first host")
    private @Nullable String name;

    @Override
    public Integer call() {
        return certs.run(spec, this::issue);
    }

    private int issue(PrintWriter out) {
        PkiFiles.Client made;
        try {
            made = certs.open().issueServer(name == null ? fileName(hosts.get(0)) : name, hosts);
        } catch (IllegalArgumentException malformed) {
            throw new ParameterException(spec.commandLine(), malformed.getMessage(), malformed);
        }
        out.println("certificate, with the intermediate: " + made.certificate());
        out.println("key, unencrypted: " + made.plainKey());
        out.println("container: " + made.pfx() + " (password in " + made.password() + ")");
        return ExitCode.OK;
    }

    private static String fileName(String host) {
        return host.replaceAll("[^A-Za-z0-9._-]", "-").replaceAll("^[^A-Za-z0-9]+", "");
    }
}
