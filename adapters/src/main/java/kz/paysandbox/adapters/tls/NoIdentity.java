package kz.paysandbox.adapters.tls;

import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** A caller without a certificate. */
enum NoIdentity implements Identity {
    ONLY;

    @Override
    public List<Path> files() {
        return List.of();
    }

    @Override
    public List<X509Certificate> certificates() {
        return List.of();
    }

    @Override
    public Optional<Path> clearKey() {
        return Optional.empty();
    }
}
