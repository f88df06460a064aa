package kz.paysandbox.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.Registry;
import kz.paysandbox.certs.x509.Pem;

/** Clients whose files are in the folder; call it under the folder's lock. */
record FolderClients(PkiFiles files, Authorities authorities, Registry registry, Instant now) {
    ClientIdentity issue(ClientRequest request) throws IOException {
        PkiFiles.Client target = files.client(request.name());
        if (target.all().stream().anyMatch(Files::exists)) {
            throw PkiException.refused(
                    "client '" + request.name() + "' exists already: renew it or choose another name");
        }
        ClientMaterial material = new ClientIssuer(authorities, now)
                .good(request.name(), request.keyAlgorithm().spec().generate(random()));
        return enter(material, request.world(), request.bins(), target);
    }

    ClientIdentity renew(String name) throws IOException {
        if (Rules.isFixture(name)) {
            throw PkiException.refused("'" + name + "' is a fixture that has to be refused: it cannot be renewed");
        }
        PkiFiles.Client target = files.client(name);
        if (!Files.exists(target.certificate()) || !Files.exists(target.password())) {
            throw PkiException.refused("no client '" + name + "' in " + files.dir()
                    + ": a certificate signed from a request is renewed by signing a new request");
        }
        X509Certificate old = Authorities.certificate(target.certificate());
        RegisteredCertificate entry = registered(name, old);
        KeyAlgorithm algorithm =
                old.getPublicKey().getAlgorithm().equals("RSA") ? KeyAlgorithm.RSA_2048 : KeyAlgorithm.EC_P256;
        ClientMaterial fresh = new ClientIssuer(authorities, now)
                .good(name, old.getSubjectX500Principal(), algorithm.spec().generate(random()));
        String password = Files.readString(target.password()).strip();
        return enter(new ClientMaterial(name, fresh.held(), password), entry.world(), entry.bins(), target);
    }

    private RegisteredCertificate registered(String name, X509Certificate certificate) throws IOException {
        String fingerprint = Pem.fingerprint(certificate);
        return registry.certificates().stream()
                .filter(entry -> entry.fingerprint().equals(fingerprint))
                .findFirst()
                .orElseThrow(() -> PkiException.refused("client '" + name
                        + "' is not in registry.json, so its world and BINs are unknown: issue it anew"));
    }

    /** Registered first: a certificate must never be in use before the server can know it. */
    private ClientIdentity enter(ClientMaterial material, String world, List<String> bins, PkiFiles.Client target)
            throws IOException {
        registry.add(material.entry(world, bins, now));
        material.write(target, ClientSteps.BOTH, random());
        return material.identity(world, bins, random());
    }

    private SecureRandom random() {
        return authorities.random();
    }
}
