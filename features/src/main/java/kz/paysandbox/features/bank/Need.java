package kz.paysandbox.features.bank;

import java.util.Arrays;
import java.util.Optional;

/** What a scenario may demand of a target or a driver, by its tag. */
public enum Need {
    CLOCK("@needs:clock", "the clock cannot be moved there"),
    FAULTS("@needs:faults", "failures cannot be planted there"),
    PHONE("@needs:phone", "nobody can scan a return code or use the bank's own app there"),
    SWITCHES("@needs:switches", "shops, tills and certificates cannot be switched there"),
    WORLD("@needs:world", "the sandbox's own shops and customers are not there"),
    HOOKS("@needs:hooks", "the customer cannot be played there"),
    CALLBACKS("@needs:callbacks", "the bank cannot reach this machine from there"),
    TWO_STEPS("@needs:two-steps", "no shop is given there whose terminal holds the money first"),
    ISSUER("@needs:issuer", "nobody can answer for the customer's own bank there"),
    IMPATIENCE("@needs:impatience", "the bank there waits too long for a slow shop"),
    WIRE("@needs:wire", "the scenario is about the wire format, which an adapter hides");

    private final String tag;
    private final String reason;

    Need(String tag, String reason) {
        this.tag = tag;
        this.reason = reason;
    }

    /** Why a scenario is skipped where this is not met. */
    public String reason() {
        return reason;
    }

    public String tag() {
        return tag;
    }

    public static Optional<Need> of(String tag) {
        return Arrays.stream(values()).filter(need -> need.tag.equals(tag)).findFirst();
    }
}
