package kz.paysandbox.gateway.boot.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import kz.paysandbox.gateway.boot.FirstStart;
import kz.paysandbox.gateway.boot.Gateway;
import kz.paysandbox.gateway.boot.GatewaySetting;
import kz.paysandbox.gateway.boot.GatewaySettings;
import kz.paysandbox.gateway.boot.GatewaySurroundings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the gateway, and serves until it is told to stop. */
@Command(
        name = "gateway",
        mixinStandardHelpOptions = true,
        versionProvider = VersionText.class,
        subcommands = {TokenCommand.class, ReconcileCommand.class, MigrateCommand.class},
        description =
                "A merchant's payment service over Kaspi Pay and Halyk ePay. Without settings it pays in the running"
                        + " sandbox, and keeps its books in an H2 file.",
        footer = {
            "",
            "Other settings are properties (java -Dkzpay.gateway.public-url=… -jar gateway.jar), environment variables"
                    + " (KZPAY_GATEWAY_PUBLIC_URL) or lines of the file that KZPAY_SETTINGS names; the README lists them."
        })
public final class GatewayCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Mixin
    @SuppressWarnings("NullAway.Init")
    private SettingOptions settings;

    @Option(
            names = "--listen",
            paramLabel = "HOST:PORT",
            description = "Where shops reach it; port 0 is chosen by the system. Default 127.0.0.1:8550.")
    @SuppressWarnings("NullAway.Init")
    private Optional<String> listen;

    @Option(
            names = "--ports-file",
            paramLabel = "FILE",
            description = "Written once it can answer: {\"gateway\":8550}.")
    @SuppressWarnings("NullAway.Init")
    private Optional<Path> portsFile;

    @Option(
            names = "--admin-token-file",
            paramLabel = "FILE",
            description =
                    "The first admin token; made, for you alone to read, when absent. Default admin-token in --data.")
    @SuppressWarnings("NullAway.Init")
    private Optional<String> adminTokenFile;

    /** The whole command line. */
    public static CommandLine line() {
        return new CommandLine(new GatewayCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Failures::handle)
                .setParameterExceptionHandler(Failures::usage);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Map<String, String> options = new LinkedHashMap<>();
        listen.ifPresent(address -> options.put(GatewaySetting.LISTEN.property(), address));
        adminTokenFile.ifPresent(file -> options.put(GatewaySetting.ADMIN_TOKEN_FILE.property(), file));
        GatewaySettings read = settings.read(options);
        Gateway gateway = Gateway.start(read, GatewaySurroundings.system());
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::stop, "stop"));
        FirstStart first = FirstStart.of(gateway, read);
        if (portsFile.isPresent()) {
            write(portsFile.get(), gateway.port());
        }
        spec.commandLine().getOut().println(first.text());
        spec.commandLine().getOut().flush();
        new CountDownLatch(1).await();
        return ExitCode.OK;
    }

    /** Whole, or not at all: others wait for the file. */
    private static void write(Path file, int port) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        Path written = file.resolveSibling(file.getFileName() + ".new");
        Files.writeString(written, "{\"gateway\":" + port + "}\n");
        Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
