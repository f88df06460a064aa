package kz.paysandbox.certs;

import java.util.Locale;

/** The client certificates in {@code bad/} that a server must refuse, each for exactly one reason. */
public enum BadFixture {
    EXPIRED("ended 30 days before it was made; everything else is right"),
    NOT_YET_VALID("begins four years after it was made; everything else is right"),
    SELF_SIGNED("signed by itself: no authority vouches for it"),
    WRONG_CA("signed by an authority that is not the bank's"),
    NO_CLIENT_AUTH("from the right authority, but its extendedKeyUsage is serverAuth only"),
    REVOKED("from the right authority and in date, but on the revocation list");

    private final String purpose;

    BadFixture(String purpose) {
        this.purpose = purpose;
    }

    /** Base name of its files, for example {@code not-yet-valid}; also its name in the registry. */
    public String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Why it must be refused, in one line. */
    public String purpose() {
        return purpose;
    }

    /** Whether the sandbox's own CA issued it, so that the registry knows it. */
    public boolean isRegistered() {
        return this != SELF_SIGNED && this != WRONG_CA;
    }
}
