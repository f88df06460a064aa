package kz.paysandbox.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.certs.store.SafeFiles.Access;
import kz.paysandbox.certs.x509.EncryptedKey;
import kz.paysandbox.certs.x509.HeldCertificate;
import kz.paysandbox.certs.x509.KeySpec;
import kz.paysandbox.certs.x509.Pem;
import kz.paysandbox.certs.x509.Pfx;
import kz.paysandbox.certs.x509.PfxFormat;

/** Server certificates whose files are in the folder; call it under the folder's lock. */
record FolderServers(PkiFiles files, Authorities authorities, Instant now) {
    /** Issues the sandbox's own certificates anew where they lack one of these hosts. */
    boolean extend(List<String> hosts) throws IOException {
        boolean extended = extend(files.serverCertificate(), hosts);
        return (Files.exists(files.serverEcCertificate()) && extend(files.serverEcCertificate(), hosts)) || extended;
    }

    private boolean extend(Path certificate, List<String> hosts) throws IOException {
        X509Certificate present = Authorities.certificate(certificate);
        Set<String> all = new LinkedHashSet<>(
                ServerIssuer.hosts(present).stream().map(HostName::of).toList());
        if (!all.addAll(hosts)) {
            return false;
        }
        String chain = new ServerIssuer(authorities, now)
                .chain(AuthoritySteps.SERVER, present.getPublicKey(), List.copyOf(all));
        SafeFiles.write(certificate, chain, Access.EVERYONE);
        return true;
    }

    PkiFiles.Client shop(String name, List<String> hosts) throws IOException {
        PkiFiles.Client target = files.shop(name);
        if (target.all().stream().anyMatch(Files::exists)) {
            throw PkiException.refused(target.certificate().getParent() + " has a server '" + name
                    + "' already: choose another --name, or remove its files");
        }
        KeyPair pair = KeySpec.RSA_2048.generate(random());
        String chain =
                new ServerIssuer(authorities, now).chain(new X500Principal("CN=" + name), pair.getPublic(), hosts);
        HeldCertificate held = new HeldCertificate(Pem.certificates(chain).get(0), pair.getPrivate());
        String password = ClientMaterial.randomPassword(random());
        SafeFiles.write(target.password(), password + "\n", Access.OWNER_ONLY);
        SafeFiles.write(
                target.key(), EncryptedKey.pem(held.key(), password.toCharArray(), random()), Access.OWNER_ONLY);
        SafeFiles.write(target.plainKey(), Pem.privateKey(held.key()), Access.OWNER_ONLY);
        SafeFiles.write(
                target.pfx(),
                Pfx.write(PfxFormat.MODERN, Optional.empty(), held, password.toCharArray(), random()),
                Access.OWNER_ONLY);
        SafeFiles.write(target.certificate(), chain, Access.EVERYONE);
        return target;
    }

    private SecureRandom random() {
        return authorities.random();
    }
}
