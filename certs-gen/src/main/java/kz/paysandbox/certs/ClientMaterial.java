package kz.paysandbox.certs;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.certs.store.SafeFiles.Access;
import kz.paysandbox.certs.x509.EncryptedKey;
import kz.paysandbox.certs.x509.HeldCertificate;
import kz.paysandbox.certs.x509.Pem;
import kz.paysandbox.certs.x509.Pfx;
import kz.paysandbox.certs.x509.PfxFormat;

/** A client's certificate and key with the password that protects them on disk. */
record ClientMaterial(String name, HeldCertificate held, String password) {
    private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";
    private static final int PASSWORD_LENGTH = 20;

    /** Letters and digits only: it has to survive shells, property files and URLs. */
    static String randomPassword(SecureRandom random) {
        return random.ints(PASSWORD_LENGTH, 0, ALPHABET.length())
                .map(ALPHABET::charAt)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    ClientIdentity identity(String world, List<String> bins, SecureRandom random) {
        return new ClientIdentity(
                name,
                Pem.fingerprint(held.certificate()),
                new ClientIdentity.Material(
                        Pem.certificate(held.certificate()),
                        Pem.privateKey(held.key()),
                        pfx(PfxFormat.MODERN, random),
                        password),
                world,
                bins,
                held.certificate().getNotBefore().toInstant(),
                held.certificate().getNotAfter().toInstant());
    }

    RegisteredCertificate entry(String world, List<String> bins, Instant issuedAt) {
        return RegisteredCertificate.of(name, held.certificate(), world, bins, issuedAt, Optional.empty());
    }

    byte[] pfx(PfxFormat format, SecureRandom random) {
        return Pfx.write(format, Optional.empty(), held, password.toCharArray(), random);
    }

    /** Writes the files of one client; the certificate goes last: where it is, the rest is complete. */
    void write(PkiFiles.Client files, Set<PfxFormat> containers, SecureRandom random) throws IOException {
        SafeFiles.write(files.password(), password + "\n", Access.OWNER_ONLY);
        SafeFiles.write(files.key(), EncryptedKey.pem(held.key(), password.toCharArray(), random), Access.OWNER_ONLY);
        writePlainKey(files);
        for (PfxFormat format : containers) {
            writePfx(files, format, random);
        }
        SafeFiles.write(files.certificate(), Pem.certificate(held.certificate()), Access.EVERYONE);
    }

    /** For stacks that read no encrypted key, as Go's. */
    void writePlainKey(PkiFiles.Client files) throws IOException {
        SafeFiles.write(files.plainKey(), Pem.privateKey(held.key()), Access.OWNER_ONLY);
    }

    void writePfx(PkiFiles.Client files, PfxFormat format, SecureRandom random) throws IOException {
        SafeFiles.write(files.container(format), pfx(format, random), Access.OWNER_ONLY);
    }

    /** Neither key nor password. */
    @Override
    public String toString() {
        return "ClientMaterial[" + name + "]";
    }
}
