package kz.paysandbox.junit.process;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.junit.json.Json;

/** A sandbox that somebody else runs, as in a container. */
public final class ExternalSandbox implements SandboxHandle {

    private static final String PREFIX = "/__sandbox";
    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int OK = 200;

    private final SandboxAddress address;
    private final WorldFolder folder;

    private ExternalSandbox(SandboxAddress address, WorldFolder folder) {
        this.address = address;
        this.folder = folder;
    }

    static ExternalSandbox at(String url, Choices choices, Map<String, String> settings) {
        if (!settings.isEmpty()) {
            throw new SandboxException("sandbox.control names a running sandbox, which takes no settings: give it "
                    + settings + " when it is started, or leave sandbox.control out");
        }
        URI control = URI.create(url.replaceAll("(" + PREFIX + ")?/*$", "") + PREFIX);
        Optional<String> token =
                choices.find("sandbox.token-file").map(Path::of).map(ExternalSandbox::firstLine);
        Json listeners = listeners(control, token);
        Map<String, Integer> ports = SandboxAddress.ports(listeners.at("ports"));
        WorldFolder folder = WorldFolder.in(UserFolder.running(choices));
        Path authorities = authorities(folder, listeners);
        SandboxAddress address = new SandboxAddress(host(control), ports, control, token, authorities, folder.folder());
        return new ExternalSandbox(address, folder);
    }

    @Override
    public SandboxAddress address() {
        return address;
    }

    @Override
    public void close() {
        folder.delete();
    }

    private static Path authorities(WorldFolder folder, Json listeners) {
        try {
            return folder.write(
                    "ca-bundle.pem", listeners.at("authorities").text().getBytes(StandardCharsets.US_ASCII));
        } catch (SandboxException unwritable) {
            folder.delete();
            throw unwritable;
        }
    }

    private static Json listeners(URI control, Optional<String> token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(control + "/listeners")).timeout(LONGEST);
        token.ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
        try {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .proxy(HttpClient.Builder.NO_PROXY)
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new SandboxException("the sandbox at " + control + " answered HTTP " + answer.statusCode()
                        + (token.isEmpty() ? "; name its token's file with -Dsandbox.token-file=FILE" : ""));
            }
            return Json.parse(answer.body());
        } catch (IOException | IllegalArgumentException unreachable) {
            throw new SandboxException("no sandbox answers at " + control, unreachable);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SandboxException("interrupted while the sandbox was asked", stop);
        }
    }

    /** The server's certificate is for {@code localhost}. */
    private static String host(URI control) {
        String host = String.valueOf(control.getHost());
        return host.equals("127.0.0.1") || host.equals("[::1]") ? "localhost" : host;
    }

    private static String firstLine(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.findFirst().orElse("").strip();
        } catch (IOException unreadable) {
            throw new SandboxException("sandbox.token-file is " + file + ", which cannot be read", unreadable);
        }
    }
}
