package kz.paysandbox.emulator.epay.call;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Reply;

/**
 * The rule that says which answers a shop's page may read that calls the bank from the browser (Fetch standard, CORS
 * protocol).
 */
public final class Cors {

    /** How many rows it concerns. */
    enum Reach {
        API,
        TOKEN,
        OFF;

        /** By its name in the settings. */
        static Reach of(String name) {
            return Arrays.stream(values())
                    .filter(reach -> reach.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** The pages that browsers are sent to; no other origin's script has business in them. */
    private static final List<String> PAGES = List.of("/payform", "/redesign-payform/", "/acs/", "/redirect/");

    private static final String TOKEN_PATH = "/oauth2/token";
    private static final Pattern HEADER_NAMES = Pattern.compile("[A-Za-z0-9-]{1,64}(, ?[A-Za-z0-9-]{1,64}){0,30}");
    private static final String USUAL_HEADERS = "Authorization, Content-Type";
    private static final String PREFIX = "/api/";

    private final Reach reach;

    public Cors(Reach reach) {
        this.reach = reach;
    }

    /** The answer to a browser that asks before it calls; empty for any other call. */
    public Optional<Reply> preflight(Call call) {
        boolean asks = call.method().equals("OPTIONS")
                && call.header("Origin").isPresent()
                && call.header("Access-Control-Request-Method").isPresent();
        if (!asks || !isOpen(call)) {
            return Optional.empty();
        }
        String headers = call.header("Access-Control-Request-Headers")
                .filter(names -> HEADER_NAMES.matcher(names).matches())
                .orElse(USUAL_HEADERS);
        return Optional.of(Reply.empty(204)
                .with("Access-Control-Allow-Methods", "GET, POST")
                .with("Access-Control-Allow-Headers", headers)
                .with("Access-Control-Max-Age", "600")
                .with("Vary", "Access-Control-Request-Headers"));
    }

    /** The same reply with the browser's permission to show it, where it has one. */
    public Reply permitting(Call call, Reply reply) {
        if (reply.hangUp() || !isOpen(call)) {
            return reply;
        }
        return reply.with("Access-Control-Allow-Origin", "*").with("Access-Control-Expose-Headers", "*");
    }

    private boolean isOpen(Call call) {
        String path = call.path().startsWith(PREFIX) ? call.path().substring(PREFIX.length() - 1) : call.path();
        return switch (reach) {
            case API -> PAGES.stream().noneMatch(path::startsWith);
            case TOKEN -> path.endsWith(TOKEN_PATH);
            case OFF -> false;
        };
    }
}
