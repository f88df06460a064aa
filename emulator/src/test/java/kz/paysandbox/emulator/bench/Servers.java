package kz.paysandbox.emulator.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commands that start what is measured: the sandbox's jar, and a bare Javalin with the same certificates. */
final class Servers {

    private final String jar;
    private final Path home;

    /** @param work where the certificates are made once */
    Servers(String jar, Path work) throws IOException, InterruptedException {
        this.jar = jar;
        this.home = work.resolve("home");
        Files.createDirectories(work);
        if (Files.notExists(home.resolve("pki/ca-bundle.pem"))) {
            new ProcessBuilder(Subject.java("-jar", jar, "certs", "init", "--home", home.toString()))
                    .inheritIO()
                    .start()
                    .waitFor();
        }
    }

    Path pki() {
        return home.resolve("pki");
    }

    /** A client that believes both. */
    Client client() throws Exception {
        return new Client(pki().resolve("ca-bundle.pem"));
    }

    /**
     * The sandbox as its launcher starts it.
     *
     * @param options of the JVM, besides
     * @param arguments of the sandbox, besides
     */
    List<String> sandbox(List<String> options, List<String> arguments) {
        List<String> command = Subject.java(LauncherOptions.OF_EVERY_RUN.toArray(String[]::new));
        command.addAll(options);
        command.addAll(List.of("-jar", jar, "up", "--quiet", "--ephemeral", "--home", home.toString()));
        command.addAll(arguments);
        return command;
    }

    List<String> sandbox(Path ports, String... options) {
        return sandbox(List.of(options), List.of("--ports-file", ports.toString()));
    }

    /** A Javalin that answers the same bytes, with the sandbox's connectors; its ports file left out. */
    List<String> bareWithoutPorts(String... options) {
        List<String> command = Subject.java(options);
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), BareServer.class.getName(), pki().toString()));
        return command;
    }

    List<String> bare(Path ports, String... options) {
        List<String> command = new ArrayList<>(bareWithoutPorts(options));
        command.add(ports.toString());
        return command;
    }
}
