package kz.paysandbox.emulator.control;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import kz.paysandbox.emulator.http.Call;

/**
 * Who may use the control surface: on the loopback any program of this machine, but no web page from elsewhere; bound
 * to another address only who has the token.
 *
 * @param token demanded as {@code Authorization: Bearer …}; empty on the loopback
 */
public record Gate(Optional<String> token) {

    /** Why a call may not pass; empty where it may. */
    Optional<String> refusalOf(Call call) {
        if (token.isPresent()) {
            return isToken(call)
                    ? Optional.empty()
                    : Optional.of("this control surface is bound beyond the loopback: send the token that was printed"
                            + " at start as Authorization: Bearer …");
        }
        if (call.header("Host").filter(host -> !isLoopback(host)).isPresent()) {
            return Optional.of("the Host header does not name this machine; use 127.0.0.1 or localhost");
        }
        if (call.header("Origin")
                .filter(origin -> !isLoopback(afterScheme(origin)))
                .isPresent()) {
            return Optional.of("web pages from elsewhere may not drive the sandbox");
        }
        return Optional.empty();
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
        return token.isPresent() ? "Gate[token]" : "Gate[loopback]";
    }
}
