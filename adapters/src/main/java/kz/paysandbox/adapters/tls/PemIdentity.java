package kz.paysandbox.adapters.tls;

import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A certificate file and a key file. */
record PemIdentity(Path certificate, Path key, Password password) implements Identity {
    KeyAndChain load() {
        List<X509Certificate> chain = Pem.certificates(certificate);
        Set<String> algorithms = chain.stream()
                .map(each -> each.getPublicKey().getAlgorithm())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        PrivateKey own = PrivateKeys.read(key, password, algorithms);
        List<X509Certificate> fitting =
                chain.stream().filter(each -> KeyAndChain.fits(own, each)).toList();
        if (fitting.isEmpty()) {
            throw KeyAndChain.doesNotFit(key, null);
        }
        if (!fitting.contains(chain.get(0))) {
            throw new BadKeyMaterial(
                    certificate,
                    "begins with the certificate of " + chain.get(0).getSubjectX500Principal()
                            + ", and the private key is that of a later one, "
                            + fitting.get(0).getSubjectX500Principal(),
                    "Put the own certificate first, those of its authorities after it",
                    null);
        }
        return new KeyAndChain(certificate, own, chain, fitting.stream().skip(1).toList());
    }

    @Override
    public List<Path> files() {
        return Stream.concat(Stream.of(certificate, key), password.files().stream())
                .toList();
    }

    @Override
    public List<X509Certificate> certificates() {
        return Pem.certificates(certificate);
    }

    @Override
    public Optional<Path> clearKey() {
        return PrivateKeys.encrypted(key) ? Optional.empty() : Optional.of(key);
    }
}
