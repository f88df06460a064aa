package kz.paysandbox.adapters.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Identity and trust as the SSLContext of the moment. Files are looked at once a second at most; a change that can be
 * read gives a new context, one that cannot is logged and the old context stays. The first reading must succeed.
 */
public final class TlsContext implements Supplier<SSLContext> {
    private static final Logger LOG = LoggerFactory.getLogger(TlsContext.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration WARN_AGAIN = Duration.ofDays(1);

    private final Identity identity;
    private final Trust trust;
    private final Clock clock;
    private volatile Current current;

    private record Current(
            SSLContext context, Optional<KeyAndChain> held, String stamp, Instant nextLook, Instant nextWarning) {
        Current looked(String newStamp, Instant look, Instant warning) {
            return new Current(context, held, newStamp, look, warning);
        }
    }

    private TlsContext(Identity identity, Trust trust, Clock clock) {
        this.identity = identity;
        this.trust = trust;
        this.clock = clock;
        this.current = load(clock.instant());
    }

    /**
     * Reads the files for the first time.
     *
     * @throws BadKeyMaterial when any of them cannot be used
     */
    public static TlsContext of(Identity identity, Trust trust, Clock clock) {
        return new TlsContext(identity, trust, clock);
    }

    /** The context that fits the files as they are now. */
    @Override
    public SSLContext get() {
        if (!clock.instant().isBefore(current.nextLook())) {
            look();
        }
        return current.context();
    }

    /** When the held certificate ends, if one is held. */
    public Optional<Instant> expiresAt() {
        return current.held().map(held -> held.leaf().getNotAfter().toInstant());
    }

    private synchronized void look() {
        Instant now = clock.instant();
        Current seen = current;
        if (now.isBefore(seen.nextLook())) {
            return;
        }
        String stamp = stamp();
        if (!stamp.equals(seen.stamp())) {
            try {
                current = load(now);
                LOG.info("The TLS identity or trust was replaced; new calls use it");
                return;
            } catch (BadKeyMaterial e) {
                LOG.error("The changed TLS files cannot be used, the old ones stay in use: {}", e.getMessage());
            }
        }
        Instant nextWarning = now.isBefore(seen.nextWarning()) ? seen.nextWarning() : warn(seen.held(), now);
        current = seen.looked(stamp, now.plus(LOOK_AGAIN), nextWarning);
    }

    private Current load(Instant now) {
        String stamp = stamp();
        Optional<KeyAndChain> held = held().map(read -> read.usableAt(now));
        SSLContext context = context(held.orElse(null), trust.certificates());
        return new Current(context, held, stamp, now.plus(LOOK_AGAIN), warn(held, now));
    }

    private Optional<KeyAndChain> held() {
        if (identity instanceof PemIdentity pem) {
            return Optional.of(pem.load());
        }
        return identity instanceof PfxIdentity pfx ? Optional.of(pfx.load()) : Optional.empty();
    }

    private static Instant warn(Optional<KeyAndChain> held, Instant now) {
        held.flatMap(h -> h.warning(now)).ifPresent(LOG::warn);
        return now.plus(WARN_AGAIN);
    }

    private String stamp() {
        List<Path> files = new ArrayList<>(identity.files());
        trust.bundle().ifPresent(files::add);
        StringBuilder stamp = new StringBuilder();
        for (Path file : files) {
            try {
                stamp.append(Files.getLastModifiedTime(file))
                        .append('/')
                        .append(Files.size(file))
                        .append(' ');
            } catch (IOException e) {
                stamp.append("absent ");
            }
        }
        return stamp.toString();
    }

    private static SSLContext context(@Nullable KeyAndChain held, List<X509Certificate> trusted) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(trusted.isEmpty() ? null : anchors(trusted));
            SSLContext context = SSLContext.getInstance("TLS");
            KeyManager[] keys = held == null ? new KeyManager[0] : new KeyManager[] {new SingleKey(held)};
            TrustManager[] trusts = factory.getTrustManagers();
            context.init(keys, trusts, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("this Java cannot make a TLS context", e);
        }
    }

    private static KeyStore anchors(List<X509Certificate> trusted) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (int i = 0; i < trusted.size(); i++) {
            store.setCertificateEntry("trusted-" + i, trusted.get(i));
        }
        return store;
    }
}
