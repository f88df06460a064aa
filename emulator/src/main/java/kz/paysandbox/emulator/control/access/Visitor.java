package kz.paysandbox.emulator.control.access;

import java.util.Optional;

/**
 * Who makes a call that may pass.
 *
 * @param token empty for who may do everything: whoever has the first token, and on the loopback everybody without one
 * @param name that of the token; empty for who sent none
 */
public record Visitor(Optional<NamedToken> token, Optional<String> name) {

    /** The name of the token that is made at the first start beyond the loopback. */
    public static final String FIRST = "control.token";

    private static final Visitor ANYBODY = new Visitor(Optional.empty(), Optional.empty());
    static final Visitor WITH_FIRST = new Visitor(Optional.empty(), Optional.of(FIRST));

    /** Who sent no token, or needs none. */
    public static Visitor anybody() {
        return ANYBODY;
    }

    static Visitor of(NamedToken token) {
        return new Visitor(Optional.of(token), Optional.of(token.name()));
    }

    public Scope scope() {
        return token.map(NamedToken::scope).orElse(Scope.ALL);
    }

    public Quota quota() {
        return token.map(NamedToken::quota).orElse(Quota.NONE);
    }

    /** The only world that it has anything to do with; empty where there is no such limit. */
    public Optional<String> onlyWorld() {
        return Optional.of(scope())
                .filter(scope -> scope.kind() == Scope.Kind.WORLD)
                .map(Scope::world);
    }

    /** Whether it may read what opens a world's listeners. */
    public boolean readsCredentials() {
        return scope().kind() != Scope.Kind.READ;
    }
}
