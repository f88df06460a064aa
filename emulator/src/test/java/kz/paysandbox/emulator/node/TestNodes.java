package kz.paysandbox.emulator.node;

import java.security.SecureRandom;
import kz.paysandbox.emulator.relay.RelayIdentity;

/** Nodes of tests. */
public final class TestNodes {

    private TestNodes() {}

    /** One that no other has. */
    public static RelayIdentity identity() {
        return NodeCertificate.make(new SecureRandom());
    }
}
