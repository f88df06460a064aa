package kz.paysandbox.certs;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.FolderLock;
import kz.paysandbox.certs.store.RegisteredCertificate;
import kz.paysandbox.certs.store.Registry;
import kz.paysandbox.certs.store.RegistryException;

/**
 * A PKI folder: the sandbox's certificate authority, modelled on the bank's (Annex 1), with the certificates it issued.
 * Safe for use by several threads and several processes. Every method throws {@link PkiException} when a file it needs
 * is missing, damaged or cannot be written.
 */
public final class Pki {
    private final PkiFiles files;
    private final InstantSource clock;
    private final SecureRandom random;
    private final Authorities authorities;
    private final Registry registry;

    private Pki(PkiFiles files, InstantSource clock, SecureRandom random) {
        this.files = files;
        this.clock = clock;
        this.random = random;
        this.authorities = new Authorities(files, random);
        this.registry = new Registry(files.registry());
    }

    /** BINs of the organisations that every world has. */
    public static List<String> organizations() {
        return ClientSteps.PARTNER.bins();
    }

    /** An existing folder, with the machine's clock and randomness for what is issued later. */
    public static Pki open(Path dir) {
        return open(dir, SystemSources.clock(), SystemSources.random());
    }

    /** An existing folder; {@code clock} and {@code random} serve what is issued later. */
    public static Pki open(Path dir, InstantSource clock, SecureRandom random) {
        return translated(dir, () -> {
            PkiFiles files = new PkiFiles(dir);
            Provisioning.demandComplete(files);
            return new Pki(files, clock, random);
        });
    }

    /**
     * Makes what the folder lacks, itself included, and overwrites nothing.
     *
     * @param progress receives one line for each thing made, while it goes on
     */
    public static Pki init(Path dir, InstantSource clock, SecureRandom random, Consumer<String> progress) {
        PkiFiles files = new PkiFiles(dir);
        return translated(
                dir,
                () -> FolderLock.holding(files.lock(), () -> {
                    new Provisioning(files, clock.instant(), random, progress).run();
                    return new Pki(files, clock, random);
                }));
    }

    public PkiFiles files() {
        return files;
    }

    /** Root and intermediate. */
    public List<X509Certificate> authorities() {
        return translated(() -> List.of(
                Authorities.certificate(files.rootCertificate()),
                Authorities.certificate(files.intermediateCertificate())));
    }

    /** Everything registered, in the order of issue. */
    public List<RegisteredCertificate> certificates() {
        return translated(registry::certificates);
    }

    /** A client certificate in memory: writes no file and is not registered, its holder binds it to the world. */
    public ClientIdentity issue(ClientRequest request) {
        return translated(() -> material(request).identity(request.world(), request.bins(), random));
    }

    /** A client certificate as files beside the others, registered. An existing client is refused. */
    public ClientIdentity issueToFolder(ClientRequest request) {
        return locked(() -> clients().issue(request));
    }

    /**
     * Signs a request that follows Annex 2 and registers the certificate under its common name; a second one for the
     * same subject shares that name, another subject gets a number after it.
     *
     * @param bins 12 digits each, at least one
     * @throws IllegalArgumentException when a BIN or the world is malformed
     */
    public Signing sign(String csrPem, List<String> bins, String world) {
        return locked(() -> new CsrSigner(authorities, registry, clock.instant()).sign(csrPem, bins, world));
    }

    /**
     * A new key and certificate for the same subject, BINs and world, in place of the old files. The old certificate
     * stays valid until it is revoked, as at the bank, and the password stays the same: so each of the files can be
     * read on its own at any moment.
     */
    public ClientIdentity renew(String name) {
        return locked(() -> clients().renew(name));
    }

    /**
     * Sees to it that the server certificate is also for {@code hosts}; it is issued anew for the same key where one is
     * missing, and keeps every name that it had.
     *
     * @param hosts DNS names, also international ones, and addresses
     * @return whether it was issued anew
     * @throws IllegalArgumentException where one of them is neither
     */
    public boolean serve(List<String> hosts) {
        List<String> wanted = hosts.stream().map(HostName::of).toList();
        return locked(() -> servers().extend(wanted));
    }

    /**
     * A certificate for a shop's own server, which receives callbacks: {@code servers/<name>.cer} with the intermediate,
     * key, container and password beside it. An existing one is refused.
     *
     * @param name as {@link ClientRequest#name()}
     * @param hosts at least one, as in {@link #serve}
     * @throws IllegalArgumentException where a name or host is malformed
     */
    public PkiFiles.Client issueServer(String name, List<String> hosts) {
        Rules.requireName(name);
        List<String> wanted = hosts.stream().map(HostName::of).distinct().toList();
        return locked(() -> servers().shop(name, wanted));
    }

    /** Revokes the newest certificate of {@code name} that is not yet revoked; empty when there is none. */
    public Optional<RegisteredCertificate> revoke(String name) {
        return revokeNewest(certificate -> certificate.name().equals(name));
    }

    /** Revokes the certificate with this serial; empty when there is none that is not yet revoked. */
    public Optional<RegisteredCertificate> revokeSerial(BigInteger serial) {
        return revokeNewest(certificate -> certificate.serial().equals(serial));
    }

    /** Writes {@code crl.pem} anew from the registry, valid for ten years, and returns its text. */
    public String crl() {
        return locked(() -> registration(clock.instant()).writeRevocations(registry.certificates()));
    }

    private Optional<RegisteredCertificate> revokeNewest(Predicate<RegisteredCertificate> wanted) {
        return locked(() -> {
            Instant now = clock.instant();
            Optional<RegisteredCertificate> found = registry.revokeNewest(wanted, now);
            if (found.isPresent()) {
                registration(now).writeRevocations(registry.certificates());
            }
            return found;
        });
    }

    private ClientMaterial material(ClientRequest request) throws IOException {
        KeyPair pair = request.keyAlgorithm().spec().generate(random);
        return new ClientIssuer(authorities, clock.instant()).good(request.name(), pair);
    }

    private FolderClients clients() {
        return new FolderClients(files, authorities, registry, clock.instant());
    }

    private FolderServers servers() {
        return new FolderServers(files, authorities, clock.instant());
    }

    private Registration registration(Instant now) {
        return new Registration(files, authorities, now);
    }

    private <T> T locked(FolderLock.Work<T> work) {
        return translated(() -> FolderLock.holding(files.lock(), work));
    }

    private <T> T translated(FolderLock.Work<T> work) {
        return translated(files.dir(), work);
    }

    private static <T> T translated(Path dir, FolderLock.Work<T> work) {
        try {
            return work.run();
        } catch (IOException e) {
            throw new PkiException(
                    PkiException.Kind.IO, FileProblems.of(e) + "; " + dir + " must be writable and have room", e);
        } catch (RegistryException e) {
            throw PkiException.unusable(
                    new PkiFiles(dir).registry(), e.problem(), "restore it, or remove it and run 'certs init'", e);
        }
    }
}
