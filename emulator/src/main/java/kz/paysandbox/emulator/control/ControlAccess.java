package kz.paysandbox.emulator.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.http.Call;

/**
 * The access rule of the control surface: on the loopback any program of this machine, but no web page from elsewhere;
 * bound to another address only who has the token.
 *
 * @param token demanded as {@code Authorization: Bearer …}; empty on the loopback
 */
public record ControlAccess(Optional<String> token) {

    /**
     * What a browser says of requests without Origin, as for an image or a link, where they come from a page of this
     * machine, or from nobody's page (Fetch Metadata Request Headers, 2.3).
     */
    private static final Set<String> SITES = Set.of("same-origin", "same-site", "none");

    /**
     * Why a call may not pass; empty where it may.
     *
     * @param open whether it may without the token, as the question whether the server is up
     */
    public Optional<String> refusalOf(Call call, boolean open) {
        if (token.isPresent()) {
            return open || isToken(call)
                    ? Optional.empty()
                    : Optional.of("this control surface is bound beyond the loopback: send the token that was printed"
                            + " at start, and is in control.token in its home, as Authorization: Bearer …;"
                            + " commands take --token-file or SANDBOX_CONTROL_TOKEN");
        }
        if (call.header("Host").filter(host -> !isLoopback(host)).isPresent()) {
            return Optional.of("the Host header does not name this machine; use 127.0.0.1 or localhost");
        }
        List<String> origins = call.headers("Origin");
        boolean foreign = origins.isEmpty()
                ? call.headers("Sec-Fetch-Site").stream().anyMatch(site -> !SITES.contains(site))
                : origins.stream().anyMatch(origin -> !isLoopback(afterScheme(origin)));
        return foreign ? Optional.of("web pages from elsewhere may not drive the sandbox") : Optional.empty();
    }

    private boolean isToken(Call call) {
        byte[] sent = call.header("Authorization").orElse("").getBytes(StandardCharsets.UTF_8);
        byte[] expected = ("Bearer " + token.orElse("")).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(sent, expected);
    }

    private static String afterScheme(String origin) {
        int slashes = origin.indexOf("://");
        return slashes < 0 ? origin : origin.substring(slashes + 3);
    }

    private static boolean isLoopback(String hostAndPort) {
        return hostAndPort.matches("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
    }

    @Override
    public String toString() {
        return token.isPresent() ? "ControlAccess[token]" : "ControlAccess[loopback]";
    }
}
