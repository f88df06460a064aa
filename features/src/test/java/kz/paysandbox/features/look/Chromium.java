package kz.paysandbox.features.look;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Json;
import kz.paysandbox.features.wire.Request;
import kz.paysandbox.features.wire.Wire;

/** Headless Chromium, driven by the WebDriver protocol itself. */
record Chromium(Process driver, Wire wire, String session) implements AutoCloseable {

    private static final Pattern PORT = Pattern.compile("on port (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** A browser with a window of this size, where this machine has one. */
    static Optional<Chromium> open(int width, int height) {
        try {
            Process driver = new ProcessBuilder("chromedriver", "--port=0")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader lines = driver.inputReader(UTF_8);
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher port = PORT.matcher(line);
                if (line.contains("started successfully") && port.find()) {
                    return Optional.of(begin(driver, "http://127.0.0.1:" + port.group(1) + "/session", width, height));
                }
            }
            return Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static Chromium begin(Process driver, String sessions, int width, int height) {
        Wire wire = JdkWire.plain();
        List<String> arguments = List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--window-size=" + width + "," + height);
        Map<String, ?> wanted =
                Map.of("goog:chromeOptions", Map.of("args", arguments), "goog:loggingPrefs", Map.of("browser", "ALL"));
        JsonNode made = send(wire, "POST", sessions, Map.of("capabilities", Map.of("alwaysMatch", wanted)));
        return new Chromium(
                driver, wire, sessions + "/" + made.path("sessionId").asText());
    }

    void go(Path page) {
        send(wire, "POST", session + "/url", Map.of("url", page.toUri().toString()));
    }

    /** What a script returns. */
    JsonNode script(String script) {
        return send(wire, "POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Returns when the script says true. */
    void await(String what, String script) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!script(script).asBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("waited in vain for " + what);
            }
            Thread.onSpinWait();
        }
    }

    /** From now on as in a window of this width, light or dark. */
    void shownAs(int width, int height, String scheme) {
        command(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
        command(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    private void command(String command, Map<String, ?> parameters) {
        send(wire, "POST", session + "/goog/cdp/execute", Map.of("cmd", command, "params", parameters));
    }

    /** What the page complained of. */
    List<String> errors() {
        return send(wire, "POST", session + "/se/log", Map.of("type", "browser"))
                .findValuesAsText("message");
    }

    Path screenshot(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            String png = send(wire, "GET", session + "/screenshot", Map.of()).asText();
            return Files.write(file, Base64.getDecoder().decode(png));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        send(wire, "DELETE", session, Map.of());
        driver.destroy();
    }

    private static JsonNode send(Wire wire, String method, String url, Map<String, ?> body) {
        Request request = method.equals("POST")
                ? Request.post(URI.create(url), Json.of(body))
                : Request.get(URI.create(url)).as(method);
        JsonNode value = Json.read(wire.send(request).body()).path("value");
        if (value.hasNonNull("error")) {
            throw new IllegalStateException(value.path("message").asText());
        }
        return value;
    }
}
