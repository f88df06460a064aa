package kz.paysandbox.emulator.cli.terminal;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.client.SandboxRefusal;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** Finds the running sandbox by the ports file in its home folder; shared by the commands that talk to one. */
public final class RunningSandbox {

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "DIR",
            description =
                    "Home of the running sandbox. Default: SANDBOX_HOME, else home in sandbox.yaml, else .sandbox")
    private @Nullable String home;

    @Option(
            names = "--world",
            scope = ScopeType.INHERIT,
            paramLabel = "NAME",
            description = "Which world. Default: main",
            defaultValue = "main")
    private String world = "main";

    @Option(
            names = "--token-file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "Holds the token of a sandbox that is bound beyond the loopback. Default:"
                    + " SANDBOX_CONTROL_TOKEN, else the file of SANDBOX_CONTROL_TOKEN_FILE or control.token-file in"
                    + " sandbox.yaml, else control.token in its home")
    private @Nullable Path tokenFile;

    @Option(
            names = "--at",
            scope = ScopeType.INHERIT,
            paramLabel = "URL",
            description = "Its control surface, as http://127.0.0.1:8540, for one without a home on this machine."
                    + " Default: SANDBOX_CONTROL_URL, else by its home")
    private @Nullable String at;

    private @Nullable HttpClient http;

    /** The one of a home folder and a world, for commands with options of their own. */
    public static RunningSandbox at(Path home, String world) {
        RunningSandbox sandbox = new RunningSandbox();
        sandbox.home = home.toString();
        sandbox.world = world;
        return sandbox;
    }

    public ControlClient client() {
        return client(System.getenv());
    }

    /** Where it was said to be, if it was. */
    public Optional<String> at() {
        return Optional.ofNullable(at);
    }

    /** Its home, where that is a folder of this machine. */
    public Optional<Path> home() {
        return Optional.of(folder(System.getenv())).filter(Files::isDirectory);
    }

    /** By flag or variable: the control surface's URL, else the home whose ports file names its port. */
    public ControlClient client(Map<String, String> environment) {
        return client(environment, at());
    }

    /**
     * For a command whose {@code --at} can mean something else.
     *
     * @param url of the control surface; empty for the one of the environment or the home
     */
    public ControlClient client(Map<String, String> environment, Optional<String> url) {
        URI base = url.map(ControlUrl::of)
                .or(() -> Optional.ofNullable(environment.get("SANDBOX_CONTROL_URL"))
                        .filter(named -> home == null)
                        .map(ControlUrl::of))
                .orElseGet(() -> ControlUrl.of("http://127.0.0.1:" + port(environment)));
        if (http == null) {
            http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        }
        return new ControlClient(http, base, token(environment, base), world);
    }

    /** A home's token goes to no other port or host than its sandbox's. */
    private Optional<String> token(Map<String, String> environment, URI base) {
        if (tokenFile != null) {
            return Optional.of(firstLine(tokenFile));
        }
        return Optional.ofNullable(environment.get("SANDBOX_CONTROL_TOKEN"))
                .or(() -> Optional.of(tokenFile(environment))
                        .filter(Files::isReadable)
                        .filter(file -> isOfHome(base, folder(environment)))
                        .map(RunningSandbox::firstLine));
    }

    /** Where the sandbox of the home has its token, as far as variables and the settings file tell. */
    private Path tokenFile(Map<String, String> environment) {
        return Optional.ofNullable(environment.get("SANDBOX_CONTROL_TOKEN_FILE"))
                .or(() -> HomeFolder.file(Optional.empty(), environment)
                        .map(file -> SettingsFile.read(file).get("control.token-file")))
                .filter(file -> !file.isBlank())
                .map(Path::of)
                .orElseGet(() -> folder(environment).resolve("control.token"));
    }

    /** Whether a control surface is that of the sandbox whose home this is. */
    private static boolean isOfHome(URI base, Path folder) {
        return HomePorts.of(folder)
                .filter(ports -> base.getPort() == ports.control() && isOnThisMachine(base.getHost()))
                .isPresent();
    }

    /** An address of this machine, for a sandbox that is bound beyond the loopback. */
    private static boolean isOnThisMachine(String host) {
        try {
            InetAddress address = InetAddress.getByName(host);
            return address.isLoopbackAddress() || NetworkInterface.getByInetAddress(address) != null;
        } catch (IOException unknown) {
            return false;
        }
    }

    private static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("").strip();
        } catch (MalformedInputException notText) {
            throw new SettingsException("--token-file: " + file + ": this is no UTF-8 text");
        } catch (IOException unreadable) {
            throw new SettingsException("--token-file: " + FileProblems.of(unreadable));
        }
    }

    private Path folder(Map<String, String> environment) {
        return HomeFolder.of(home, environment);
    }

    private int port(Map<String, String> environment) {
        Path folder = folder(environment);
        return HomePorts.of(folder)
                .map(HomePorts::control)
                .orElseThrow(() -> new SandboxRefusal(
                        404,
                        "no sandbox is running with the home " + folder + ": start one with: sandbox up --home "
                                + folder));
    }
}
