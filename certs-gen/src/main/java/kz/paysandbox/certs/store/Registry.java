package kz.paysandbox.certs.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** {@code registry.json}: which certificate belongs to which world and BINs, and which are revoked. */
public final class Registry {
    private final Path file;
    private final Path lockFile;
    private final RegistryJson json = new RegistryJson();

    public Registry(Path file) {
        this.file = file;
        this.lockFile = file.resolveSibling("." + file.getFileName() + ".lock");
    }

    /** All entries in the order of their issue; empty when the file does not exist yet. */
    public List<RegisteredCertificate> certificates() throws IOException {
        return Files.exists(file) ? List.copyOf(json.read(Files.readAllBytes(file))) : List.of();
    }

    public void add(RegisteredCertificate certificate) throws IOException {
        update(known -> {
            List<RegisteredCertificate> more = new ArrayList<>(known);
            more.add(certificate);
            return more;
        });
    }

    /**
     * Replaces the entries by what {@code change} makes of them, while no other thread or process can.
     *
     * @return the new entries
     */
    public List<RegisteredCertificate> update(UnaryOperator<List<RegisteredCertificate>> change) throws IOException {
        return FolderLock.holding(lockFile, () -> {
            List<RegisteredCertificate> changed = List.copyOf(change.apply(certificates()));
            SafeFiles.write(file, json.write(changed), SafeFiles.Access.EVERYONE);
            return changed;
        });
    }

    /** Marks the newest entry that is wanted and not yet revoked; empty when there is none. */
    public Optional<RegisteredCertificate> revokeNewest(Predicate<RegisteredCertificate> wanted, Instant at)
            throws IOException {
        List<RegisteredCertificate> revoked = new ArrayList<>();
        update(known -> {
            List<RegisteredCertificate> changed = new ArrayList<>(known);
            for (int i = changed.size() - 1; i >= 0 && revoked.isEmpty(); i--) {
                RegisteredCertificate candidate = changed.get(i);
                if (!candidate.isRevoked() && wanted.test(candidate)) {
                    changed.set(i, candidate.revoked(at));
                    revoked.add(changed.get(i));
                }
            }
            return changed;
        });
        return revoked.stream().findFirst();
    }
}
