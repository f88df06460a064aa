package kz.paysandbox.adapters.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A certificate file and a key file. */
record PemIdentity(Path certificate, Path key, Password password) implements Identity {
    Held load() {
        List<X509Certificate> chain = Pem.certificates(certificate);
        return new Held(
                key, PrivateKeys.read(key, password, chain.get(0).getPublicKey().getAlgorithm()), chain);
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
