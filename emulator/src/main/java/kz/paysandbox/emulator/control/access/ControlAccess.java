package kz.paysandbox.emulator.control.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.http.Call;

/**
 * The access rule of the control surface: on the loopback any program of this machine, but no web page from elsewhere;
 * bound to another address only who has a token. A named token that is sent is held to its scope everywhere.
 */
public final class ControlAccess {

    /**
     * What a browser says of requests without Origin, as for an image or a link, where they come from a page of this
     * machine, or from nobody's page (Fetch Metadata Request Headers, 2.3).
     */
    private static final Set<String> SITES = Set.of("same-origin", "same-site", "none");

    private static final String BEARER = "Bearer ";

    /** Who a call is by, as it was found out first. */
    private record Judged(Outcome<Visitor, String> visitor) {}

    private final Optional<String> first;
    private final TokenBook tokens;

    /**
     * @param first demanded as {@code Authorization: Bearer …}, or one of {@code tokens}; empty on the loopback
     */
    public ControlAccess(Optional<String> first, TokenBook tokens) {
        this.first = first;
        this.tokens = tokens;
    }

    /** The token that does not expire and cannot be withdrawn; empty on the loopback. */
    public Optional<String> first() {
        return first;
    }

    /** Who makes a call; or why it may not pass. */
    public Outcome<Visitor, String> visitor(Call call) {
        return call.contents(Judged.class, unknown -> new Judged(judged(call))).visitor();
    }

    /** Why a call may not pass that needs no token, as the question whether the server is up; empty where it may. */
    public Optional<String> refusalOfAnybody(Call call) {
        return first.isPresent() ? Optional.empty() : foreign(call);
    }

    private Outcome<Visitor, String> judged(Call call) {
        Optional<String> foreign = refusalOfAnybody(call);
        if (foreign.isPresent()) {
            return Outcome.refused(foreign.get());
        }
        String sent = call.header("Authorization")
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()))
                .orElse("");
        if (sent.startsWith(Secrets.PREFIX)) {
            return named(sent);
        }
        return first.isEmpty()
                ? Outcome.ok(Visitor.anybody())
                : Secrets.areEqual(Secrets.sha256(sent), Secrets.sha256(first.get()))
                        ? Outcome.ok(Visitor.WITH_FIRST)
                        : Outcome.refused(demanded());
    }

    private Outcome<Visitor, String> named(String sent) {
        Optional<NamedToken> known = tokens.of(sent);
        if (known.isEmpty()) {
            return Outcome.refused(
                    first.isPresent()
                            ? demanded()
                            : "this token opens nothing here: it was withdrawn, or is another sandbox's");
        }
        NamedToken token = known.get();
        return token.isExpired(tokens.now())
                ? Outcome.refused("the token " + token.name() + " has expired; have another one made")
                : Outcome.ok(Visitor.of(token));
    }

    private static String demanded() {
        return "this control surface is bound beyond the loopback: send the token that was printed"
                + " at start, and is in control.token in its home, as Authorization: Bearer …;"
                + " commands take --token-file or SANDBOX_CONTROL_TOKEN";
    }

    private static Optional<String> foreign(Call call) {
        if (call.header("Host").filter(host -> !isLoopback(host)).isPresent()) {
            return Optional.of("the Host header does not name this machine; use 127.0.0.1 or localhost");
        }
        List<String> origins = call.headers("Origin");
        boolean foreign = origins.isEmpty()
                ? call.headers("Sec-Fetch-Site").stream().anyMatch(site -> !SITES.contains(site))
                : origins.stream().anyMatch(origin -> !isLoopback(afterScheme(origin)));
        return foreign ? Optional.of("web pages from elsewhere may not drive the sandbox") : Optional.empty();
    }

    private static String afterScheme(String origin) {
        int slashes = origin.indexOf("://");
        return slashes < 0 ? origin : origin.substring(slashes + 3);
    }

    private static boolean isLoopback(String hostAndPort) {
        return hostAndPort.matches("(?i)(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d+)?");
    }
}
