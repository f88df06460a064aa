package kz.paysandbox.certs;

import java.nio.file.Path;
import java.util.List;
import kz.paysandbox.certs.x509.PfxFormat;

/** Where everything is in a PKI folder; the names are those of the bank (Annex 1) and of the control contract. */
public record PkiFiles(Path dir) {
    /** The files of one client. */
    public record Client(Path certificate, Path key, Path plainKey, Path pfx, Path legacyPfx, Path password) {
        static Client in(Path folder, String name) {
            return new Client(
                    folder.resolve(name + ".cer"),
                    folder.resolve(name + ".key"),
                    folder.resolve(name + "-plain.key"),
                    folder.resolve(name + ".pfx"),
                    folder.resolve(name + "-legacy.pfx"),
                    folder.resolve(name + ".password"));
        }

        Path container(PfxFormat format) {
            return switch (format) {
                case MODERN -> pfx;
                case LEGACY -> legacyPfx;
            };
        }

        List<Path> all() {
            return List.of(certificate, key, plainKey, pfx, legacyPfx, password);
        }
    }

    public Path rootCertificate() {
        return dir.resolve("kbs_root_ca.crt");
    }

    public Path rootKey() {
        return dir.resolve("kbs_root_ca.key");
    }

    public Path intermediateCertificate() {
        return dir.resolve("kbs_ca.crt");
    }

    public Path intermediateKey() {
        return dir.resolve("kbs_ca.key");
    }

    /** Root and intermediate: what a client has to trust. */
    public Path caBundle() {
        return dir.resolve("ca-bundle.pem");
    }

    /** The same two as a PKCS#12 trust store, password {@code changeit}. */
    public Path trustStore() {
        return dir.resolve("ca-bundle.p12");
    }

    /** The certificate, unencrypted key, container and password of a shop's own server. */
    public Client shop(String name) {
        return Client.in(dir.resolve("servers"), name);
    }

    /** The server's leaf followed by the intermediate. */
    public Path serverCertificate() {
        return dir.resolve("server.crt");
    }

    public Path serverKey() {
        return dir.resolve("server.key");
    }

    /** A second leaf for the same names with an EC key, followed by the intermediate: its handshakes cost less. */
    public Path serverEcCertificate() {
        return dir.resolve("server-ec.crt");
    }

    public Path serverEcKey() {
        return dir.resolve("server-ec.key");
    }

    /** The key pair with which ePay card cryptograms are made and opened. */
    public Path epayKey() {
        return dir.resolve("epay-rsa.key");
    }

    public Path crl() {
        return dir.resolve("crl.pem");
    }

    public Path registry() {
        return dir.resolve("registry.json");
    }

    public Client client(String name) {
        return Client.in(dir, name);
    }

    /** A fixture has no legacy container. */
    public Client bad(BadFixture fixture) {
        return Client.in(dir.resolve("bad"), fixture.fileName());
    }

    Path lock() {
        return dir.resolve(".pki.lock");
    }
}
