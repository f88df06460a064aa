package kz.paysandbox.adapters;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sandbox in a process of its own, started from the jar beside this module: no class of it is shared. */
final class SandboxProcess {

    private static final Pattern CONTROL = Pattern.compile("\"control\":(\\d+)");

    private final Process process;
    private final Path home;
    private final HttpClient http = HttpClient.newHttpClient();

    private SandboxProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
    }

    static boolean isBuilt() {
        return Files.exists(jar());
    }

    static SandboxProcess start(Path home) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        jar().toString(),
                        "up",
                        "--quiet",
                        "--ephemeral",
                        "--home",
                        home.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.txt").toFile())
                .start();
        while (Files.notExists(home.resolve("ports.json"))) {
            if (process.waitFor(20, TimeUnit.MILLISECONDS)) {
                throw new IOException("the sandbox ended: " + Files.readString(home.resolve("output.txt")));
            }
        }
        return new SandboxProcess(process, home);
    }

    /** A call of the control surface. */
    String control(String method, String path, String body) throws IOException, InterruptedException {
        Matcher port = CONTROL.matcher(Files.readString(home.resolve("ports.json")));
        if (!port.find()) {
            throw new IOException("no control port");
        }
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port.group(1) + "/__sandbox" + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }

    private static Path jar() {
        return Stream.of("../emulator", "emulator")
                .map(folder -> Path.of(folder, "target", "sandbox.jar")
                        .toAbsolutePath()
                        .normalize())
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of("sandbox.jar"));
    }
}
