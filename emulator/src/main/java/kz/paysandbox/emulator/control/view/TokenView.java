package kz.paysandbox.emulator.control.view;

import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.emulator.control.access.Audit;
import kz.paysandbox.emulator.control.access.NamedToken;
import kz.paysandbox.emulator.control.access.TokenUse;
import kz.paysandbox.emulator.control.access.Visitor;

/** Views of tokens and of what was done with them. */
public final class TokenView {

    private TokenView() {}

    /**
     * A token that was just made.
     *
     * @param token itself; shown this once
     * @param worlds most worlds that it may have made at a time
     * @param bytes most that those may hold
     */
    public record Made(
            String name,
            String scope,
            String token,
            Instant made,
            Optional<Instant> expires,
            Optional<Integer> worlds,
            Optional<Long> bytes) {

        public static Made of(NamedToken token, String secret) {
            return new Made(
                    token.name(),
                    token.scope().toString(),
                    secret,
                    token.made(),
                    token.expires(),
                    token.quota().worlds(),
                    token.quota().bytes());
        }
    }

    /**
     * A token in the list.
     *
     * @param calls since the server started
     */
    public record Listed(
            String name,
            String scope,
            Instant made,
            Optional<Instant> expires,
            boolean expired,
            Optional<Integer> worlds,
            Optional<Long> bytes,
            Calls calls) {

        public static Listed of(NamedToken token, TokenUse use, Instant now) {
            return new Listed(
                    token.name(),
                    token.scope().toString(),
                    token.made(),
                    token.expires(),
                    token.isExpired(now),
                    token.quota().worlds(),
                    token.quota().bytes(),
                    new Calls(use.reads(), use.writes(), use.refusals()));
        }
    }

    /** How often it was used. */
    public record Calls(long read, long write, long refused) {}

    /**
     * What the caller's token opens.
     *
     * @param token its name; absent where none was sent
     * @param world the only world that it opens; absent where there is no such limit
     */
    public record Own(
            Optional<String> token,
            String scope,
            Optional<String> world,
            Optional<Instant> expires,
            Optional<Integer> worlds,
            Optional<Long> bytes) {

        public static Own of(Visitor visitor) {
            return new Own(
                    visitor.name(),
                    visitor.scope().toString(),
                    visitor.onlyWorld(),
                    visitor.token().flatMap(NamedToken::expires),
                    visitor.quota().worlds(),
                    visitor.quota().bytes());
        }
    }

    /**
     * A call that was written down.
     *
     * @param token its name; absent where none was sent
     * @param world what it was about; absent where that is no world
     * @param made name of the world or token that it made; absent where it made none
     */
    public record Audited(
            Instant at,
            Optional<String> token,
            String method,
            String path,
            Optional<String> world,
            Optional<String> made,
            int status) {

        public static Audited of(Audit.Entry entry) {
            return new Audited(
                    entry.at(),
                    entry.token(),
                    entry.method(),
                    entry.path(),
                    entry.world(),
                    entry.made(),
                    entry.status());
        }
    }

    /** What a refused call had, and what it would need. */
    public record OutOfScope(String scope, String needs) {}
}
