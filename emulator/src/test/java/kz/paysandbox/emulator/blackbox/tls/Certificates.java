package kz.paysandbox.emulator.blackbox.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import kz.paysandbox.certs.ClientRequest;
import kz.paysandbox.certs.KeyAlgorithm;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.emulator.blackbox.support.Bank;
import kz.paysandbox.emulator.blackbox.support.Sandbox;

/** The certificate authority as another program on this machine uses it. */
final class Certificates {

    private Certificates() {}

    static String password(Sandbox sandbox, String name) {
        try {
            return Files.readString(sandbox.pki(name + ".password")).strip();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A further client of the default world. */
    static void issue(Sandbox sandbox, String name) {
        authority(sandbox)
                .issueToFolder(
                        new ClientRequest(name, ClientRequest.MAIN_WORLD, List.of(Bank.BIN), KeyAlgorithm.EC_P256));
    }

    static void revoke(Sandbox sandbox, String name) {
        if (authority(sandbox).revoke(name).isEmpty()) {
            throw new AssertionError("nothing to revoke: " + name);
        }
    }

    static boolean isRevoked(Sandbox sandbox, String name) {
        return authority(sandbox).certificates().stream()
                .anyMatch(certificate -> certificate.name().equals(name) && certificate.isRevoked());
    }

    private static Pki authority(Sandbox sandbox) {
        return Pki.open(sandbox.home().resolve("pki"));
    }
}
