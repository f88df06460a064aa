package kz.paysandbox.emulator.epay.domain.tokens;

import java.util.Arrays;
import java.util.Optional;

/** The ways to a token (authorisation page). */
public enum Grant {
    CLIENT_CREDENTIALS("client_credentials"),
    PASSWORD("password"),
    REFRESH_TOKEN("refresh_token");

    private final String wire;

    Grant(String wire) {
        this.wire = wire;
    }

    public String wire() {
        return wire;
    }

    public static Optional<Grant> of(String wire) {
        return Arrays.stream(values()).filter(grant -> grant.wire.equals(wire)).findFirst();
    }
}
