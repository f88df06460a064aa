package kz.paysandbox.certs.x509;

/** What a certificate is for; fixes its basic constraints, key usage and extended key usage. */
public enum Profile {
    ROOT,
    INTERMEDIATE,
    SERVER,
    /** keyUsage and extendedKeyUsage as the {@code -addext} lines of Annex 2 ask for. */
    CLIENT,
    /** Like {@link #CLIENT}, but only good for a server: a fixture that must be refused. */
    CLIENT_WITHOUT_CLIENT_AUTH;

    boolean isAuthority() {
        return this == ROOT || this == INTERMEDIATE;
    }
}
