package kz.paysandbox.adapters.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A PKCS#12 container. */
record PfxIdentity(Path container, Password password) implements Identity {
    KeyAndChain load() {
        byte[] bytes = Pem.bytes(container);
        char[] secret = password.read();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), secret);
            List<KeyAndChain> entries = entries(store, secret);
            if (!entries.isEmpty()) {
                KeyAndChain first = entries.get(0);
                List<X509Certificate> others =
                        entries.stream().skip(1).map(KeyAndChain::leaf).toList();
                return new KeyAndChain(container, first.key(), first.chain(), others);
            }
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(secret, e);
        } finally {
            Arrays.fill(secret, '\0');
        }
        throw new BadKeyMaterial(
                container,
                "holds no private key with a certificate",
                "Make it again: openssl pkcs12 -export -in certfile.cer -inkey private.key -out certfile.pfx (Annex 2)",
                null);
    }

    private List<KeyAndChain> entries(KeyStore store, char[] secret) throws GeneralSecurityException {
        List<KeyAndChain> entries = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            Key key = store.getKey(alias, secret);
            Certificate[] chain = store.getCertificateChain(alias);
            if (key instanceof PrivateKey found && chain != null && chain.length > 0) {
                entries.add(new KeyAndChain(
                        container,
                        found,
                        Stream.of(chain).map(X509Certificate.class::cast).toList(),
                        List.of()));
            }
        }
        return entries;
    }

    private BadKeyMaterial unreadable(char[] secret, Exception e) {
        if (e.getCause() instanceof UnrecoverableKeyException || e instanceof UnrecoverableKeyException) {
            return Password.refused(
                    container,
                    "the container",
                    secret,
                    "Give its export password",
                    "Make it again with openssl pkcs12 -export (Annex 2)",
                    e);
        }
        return new BadKeyMaterial(
                container, "is no readable PFX container", "Make it again with openssl pkcs12 -export (Annex 2)", e);
    }

    @Override
    public List<Path> files() {
        return Stream.concat(Stream.of(container), password.files().stream()).toList();
    }

    @Override
    public List<X509Certificate> certificates() {
        return load().chain();
    }

    @Override
    public Optional<Path> clearKey() {
        char[] secret = password.read();
        boolean clear = secret.length == 0;
        Arrays.fill(secret, '\0');
        return clear ? Optional.of(container) : Optional.empty();
    }
}
