package kz.paysandbox.certs;

import kz.paysandbox.certs.x509.KeySpec;

/** The key of a client certificate. */
public enum KeyAlgorithm {
    /** What Annex 2 asks for ({@code -newkey rsa:2048}). */
    RSA_2048(KeySpec.RSA_2048),
    /** Not the bank's, but made in under a millisecond: for throw-away worlds. */
    EC_P256(KeySpec.EC_P256);

    private final KeySpec spec;

    KeyAlgorithm(KeySpec spec) {
        this.spec = spec;
    }

    KeySpec spec() {
        return spec;
    }
}
