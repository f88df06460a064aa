package kz.paysandbox.gateway.http.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Headless Chromium, driven by the WebDriver protocol itself. */
final class Browser implements AutoCloseable {

    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PORT = Pattern.compile("on port (\\d+)");

    private final Process driver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String session;

    private Browser(Process driver, int port) {
        this.driver = driver;
        String drivers = "http://127.0.0.1:" + port + "/session";
        Map<String, Object> options = Map.of(
                "args",
                List.of(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--hide-scrollbars"));
        Map<String, Object> capabilities = Map.of(
                "capabilities",
                Map.of("alwaysMatch", Map.of("acceptInsecureCerts", true, "goog:chromeOptions", options)));
        this.session = drivers + "/"
                + send("POST", drivers, capabilities).get("sessionId").asText();
    }

    /** A browser, where this machine has one. */
    static Optional<Browser> open() {
        try {
            Process driver = new ProcessBuilder("chromedriver", "--port=0")
                    .redirectErrorStream(true)
                    .start();
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher port = PORT.matcher(line);
                if (line.contains("started successfully") && port.find()) {
                    return Optional.of(new Browser(driver, Integer.parseInt(port.group(1))));
                }
            }
            return Optional.empty();
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    void size(int width, int height) {
        send(
                "POST",
                session + "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setDeviceMetricsOverride",
                        "params",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600)));
    }

    void go(String url) {
        send("POST", session + "/url", Map.of("url", url));
    }

    String url() {
        return send("GET", session + "/url", Map.of()).asText();
    }

    void click(String css) {
        send("POST", session + "/element/" + find(css) + "/click", Map.of());
    }

    void type(String css, String text) {
        send("POST", session + "/element/" + find(css) + "/value", Map.of("text", text));
    }

    String text(String css) {
        return send("GET", session + "/element/" + find(css) + "/text", Map.of())
                .asText();
    }

    /** What a script returns. */
    JsonNode script(String script) {
        return send("POST", session + "/execute/sync", Map.of("script", script, "args", List.of()));
    }

    boolean has(String css) {
        return script("return document.querySelector('" + css + "') !== null").asBoolean();
    }

    void intoFrame(String css) {
        send("POST", session + "/frame", Map.of("id", Map.of(ELEMENT, find(css))));
    }

    void outOfFrames() {
        send("POST", session + "/frame", java.util.Collections.singletonMap("id", null));
    }

    void await(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            try {
                if (condition.getAsBoolean()) {
                    return;
                }
            } catch (IllegalStateException betweenPages) {
                Thread.onSpinWait();
            }
        }
        throw new AssertionError("waited in vain for " + what);
    }

    Path screenshot(Path folder, String name) {
        try {
            Files.createDirectories(folder);
            byte[] png = Base64.getDecoder()
                    .decode(send("GET", session + "/screenshot", Map.of()).asText());
            return Files.write(folder.resolve(name + ".png"), png);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @Override
    public void close() {
        try {
            send("DELETE", session, Map.of());
        } finally {
            driver.destroy();
        }
    }

    private String find(String css) {
        return send("POST", session + "/element", Map.of("using", "css selector", "value", css))
                .get(ELEMENT)
                .asText();
    }

    private JsonNode send(String method, String url, Map<String, ?> body) {
        try {
            HttpRequest.Builder request =
                    HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(60));
            HttpRequest built = method.equals("POST")
                    ? request.POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
                            .build()
                    : request.method(method, HttpRequest.BodyPublishers.noBody())
                            .build();
            JsonNode value = JSON.readTree(http.send(built, HttpResponse.BodyHandlers.ofString())
                            .body())
                    .get("value");
            if (value.hasNonNull("error")) {
                throw new IllegalStateException(
                        value.get("message").asText().lines().findFirst().orElse(""));
            }
            return value;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stop);
        }
    }
}
