package kz.paysandbox.emulator.http.tls;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The client certificates this server knows: those in the PKI folder's registry file, read again as soon as it changes,
 * and those made for worlds while running.
 */
public final class CertificateRegistry {

    private static final Logger LOG = LoggerFactory.getLogger(CertificateRegistry.class);

    private final Path file;
    // In the order of issue: certificates made within one second have the same dates.
    private volatile Map<String, ClientCertificate> made = Map.of();
    private volatile Map<String, ClientCertificate> filed = Map.of();
    private volatile Object version = "";

    /**
     * @param file the registry file; may not exist yet
     * @throws KeyMaterialException where the file is there and cannot be read
     */
    public CertificateRegistry(Path file) {
        this.file = file;
        refresh();
    }

    /** What is known of a certificate now. */
    public Optional<ClientCertificate> find(String fingerprint) {
        refresh();
        ClientCertificate found = made.get(fingerprint);
        return Optional.ofNullable(found == null ? filed.get(fingerprint) : found);
    }

    /** The certificates of a name, newest last. */
    public List<ClientCertificate> named(String name) {
        return all().filter(certificate -> certificate.name().equals(name)).toList();
    }

    /** The certificates of a world, newest last. */
    public List<ClientCertificate> ofWorld(String world) {
        return all().filter(certificate -> certificate.world().equals(world)).toList();
    }

    private Stream<ClientCertificate> all() {
        refresh();
        return Stream.concat(filed.values().stream(), made.values().stream());
    }

    /** A certificate that was made while running. */
    public Optional<ClientCertificate> made(String fingerprint) {
        return Optional.ofNullable(made.get(fingerprint));
    }

    /** Those that were made for a world while running, newest last. */
    public List<ClientCertificate> madeFor(String world) {
        return made.values().stream()
                .filter(certificate -> certificate.world().equals(world))
                .toList();
    }

    /** Adds or replaces a certificate that lives as long as this process. */
    public synchronized void put(ClientCertificate certificate) {
        Map<String, ClientCertificate> more = new LinkedHashMap<>(made);
        more.put(certificate.fingerprint(), certificate);
        made = more;
    }

    /** Forgets the certificates made for a world. */
    public synchronized void forgetWorld(String world) {
        Map<String, ClientCertificate> fewer = new LinkedHashMap<>(made);
        fewer.values().removeIf(certificate -> certificate.world().equals(world));
        made = fewer;
    }

    /** Reads the file again where it has changed; what cannot be read leaves the last state in force. */
    public void refresh() {
        try {
            if (!present().equals(version)) {
                reload();
            }
        } catch (NoSuchFileException none) {
            filed = Map.of();
        } catch (IOException unreadable) {
            if (version.equals("")) {
                throw new KeyMaterialException(
                        file + " cannot be read: " + unreadable.getMessage()
                                + "; restore it, or delete it and run: sandbox certs init",
                        unreadable);
            }
            LOG.warn("{} cannot be read, its last state stays in force: {}", file, unreadable.getMessage());
        }
    }

    private synchronized void reload() throws IOException {
        Object now = present();
        filed = RegistryFile.read(file);
        version = now;
    }

    /** A look at the file's entry alone: cheap enough for every request, so that a revocation is seen by the next one. */
    private Object present() throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return List.of(attributes.lastModifiedTime(), attributes.size(), String.valueOf(attributes.fileKey()));
    }
}
