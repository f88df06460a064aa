package kz.paysandbox.emulator.http.tls;

import java.net.Socket;
import java.nio.file.Path;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/**
 * The server's certificate chains and keys, one of a kind of key; the client's order of signatures says which it is
 * shown. A kind of key, as {@code RSA} or {@code EC}, is the alias of its chain.
 */
public final class ServerIdentity extends X509ExtendedKeyManager {

    private record Held(List<X509Certificate> chain, PrivateKey key) {}

    private final Map<String, Held> byKeyType;

    private ServerIdentity(Map<String, Held> byKeyType) {
        this.byKeyType = Map.copyOf(byKeyType);
    }

    /**
     * Reads {@code server.crt} and {@code server.key}.
     *
     * @throws KeyMaterialException naming the file that cannot be used
     */
    public static ServerIdentity read(Path certificate, Path key) {
        List<X509Certificate> chain = PemFile.certificates(certificate);
        String keyType = chain.get(0).getPublicKey().getAlgorithm();
        return new ServerIdentity(Map.of(keyType, new Held(chain, PemFile.privateKey(key, keyType))));
    }

    /**
     * With what another one holds where that is its twin: of the same authority, for the same names, and in force as long.
     * Where a user has put a certificate of their own, or a newer one, the other is passed over.
     */
    public ServerIdentity withTwin(ServerIdentity other) {
        boolean twins = leaves().allMatch(leaf -> other.leaves().allMatch(twin -> isTwin(leaf, twin)));
        if (!twins) {
            return this;
        }
        Map<String, Held> both = new HashMap<>(other.byKeyType);
        both.putAll(byKeyType);
        return new ServerIdentity(both);
    }

    private Stream<X509Certificate> leaves() {
        return byKeyType.values().stream().map(held -> held.chain().get(0));
    }

    private static boolean isTwin(X509Certificate leaf, X509Certificate twin) {
        try {
            return leaf.getIssuerX500Principal().equals(twin.getIssuerX500Principal())
                    && !twin.getNotAfter()
                            .toInstant()
                            .isBefore(leaf.getNotAfter().toInstant())
                    && names(leaf).equals(names(twin));
        } catch (CertificateParsingException unreadable) {
            return false;
        }
    }

    private static Set<List<?>> names(X509Certificate leaf) throws CertificateParsingException {
        Collection<List<?>> names = leaf.getSubjectAlternativeNames();
        return names == null ? Set.of() : Set.copyOf(names);
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        return byKeyType.containsKey(keyType) ? keyType : null;
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return chooseEngineServerAlias(keyType, issuers, null);
    }

    @Override
    public String[] getServerAliases(String keyType, Principal[] issuers) {
        return byKeyType.containsKey(keyType) ? new String[] {keyType} : new String[0];
    }

    @Override
    public String[] getClientAliases(String keyType, Principal[] issuers) {
        return new String[0];
    }

    @Override
    public String chooseClientAlias(String[] keyType, Principal[] issuers, Socket socket) {
        throw new IllegalStateException("this identity is a server's");
    }

    @Override
    public X509Certificate[] getCertificateChain(String alias) {
        return held(alias).chain().toArray(X509Certificate[]::new);
    }

    @Override
    public PrivateKey getPrivateKey(String alias) {
        return held(alias).key();
    }

    private Held held(String alias) {
        Held found = byKeyType.get(alias);
        if (found == null) {
            throw new IllegalArgumentException("no key of the kind " + alias);
        }
        return found;
    }
}
