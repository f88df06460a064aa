package kz.paysandbox.certs;

import java.io.IOException;
import java.security.KeyPair;
import kz.paysandbox.certs.x509.KeySpec;

/** One thing of an initialisation that starts from a fresh key pair. */
record Step(String what, KeySpec keySpec, boolean missing, Making making) {
    /** Makes the files of a step out of its key pair. */
    @FunctionalInterface
    interface Making {
        void make(KeyPair pair) throws IOException;
    }
}
