package kz.paysandbox.emulator.boot;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Stream;
import kz.paysandbox.certs.ClientIdentity;
import kz.paysandbox.certs.ClientRequest;
import kz.paysandbox.certs.KeyAlgorithm;
import kz.paysandbox.certs.Pki;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.IdentityDesk;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.http.tls.ClientCertificate;

/**
 * Certificates of worlds, made by the certificate authority when they are first asked for and kept in memory; those of
 * the PKI folder are renewed and revoked there. The authority's code is loaded with the first of these calls.
 */
final class PkiIdentities implements IdentityDesk {

    private static final int MOST_OF_A_NAME = 100;

    private final Function<InstantSource, Pki> authority;
    private final InstantSource machine;
    private final CertificateRegistry registry;
    private final List<String> bins;
    private final Runnable folderChanged;
    private final Map<String, Identity> made = new ConcurrentHashMap<>();

    /**
     * @param bins the organisations that a world's own certificate acts for
     * @param folderChanged is run once the PKI folder has changed
     */
    PkiIdentities(
            Function<InstantSource, Pki> authority,
            InstantSource machine,
            CertificateRegistry registry,
            List<String> bins,
            Runnable folderChanged) {
        this.authority = authority;
        this.machine = machine;
        this.registry = registry;
        this.bins = List.copyOf(bins);
        this.folderChanged = folderChanged;
    }

    @Override
    public Identity certificate(World world) {
        Identity issued = made.computeIfAbsent(world.name(), name -> issue(world));
        changed(world, issued.fingerprint());
        return issued;
    }

    private static void changed(World world, String fingerprint) {
        world.part(WorldCertificates.class).changed(fingerprint);
    }

    /** The certificate that a world has, where one was made. */
    Optional<Identity> made(String world) {
        return Optional.ofNullable(made.get(world));
    }

    /** A world has this certificate again. */
    void restore(String world, Identity identity) {
        made.put(world, identity);
    }

    @Override
    public List<String> names(World world) {
        return Stream.concat(
                        registry.ofWorld(world.name()).stream().map(ClientCertificate::name), Stream.of(world.name()))
                .distinct()
                .toList();
    }

    @Override
    public synchronized Outcome<State, Conflict> revoke(World world, String name, Instant at) {
        Optional<ClientCertificate> present = newest(world, name);
        if (present.isEmpty()) {
            return unknown(world, name);
        }
        if (isOwn(world, name)) {
            registry.put(present.get().revoked(at));
            changed(world, present.get().fingerprint());
        } else {
            authority.apply(machine).revoke(name);
            registry.refresh();
            folderChanged.run();
        }
        ClientCertificate revoked = registry.find(present.get().fingerprint()).orElse(present.get());
        return Outcome.ok(new State(
                revoked.name(),
                revoked.fingerprint(),
                revoked.world(),
                revoked.notAfter().toString(),
                revoked.revokedAt().map(Instant::toString).orElse("")));
    }

    @Override
    public synchronized Outcome<Identity, Conflict> renew(World world, String name) {
        List<ClientCertificate> known = ofWorld(world, name);
        if (known.isEmpty()) {
            return unknown(world, name);
        }
        if (known.size() >= MOST_OF_A_NAME) {
            return Outcome.refused(Conflict.invalid(name + " was renewed " + known.size() + " times; that is enough"));
        }
        if (isOwn(world, name)) {
            Identity renewed = issue(world);
            Identity before = made.put(name, renewed);
            changed(world, renewed.fingerprint());
            if (before != null) {
                changed(world, before.fingerprint());
            }
            return Outcome.ok(renewed);
        }
        Identity renewed = identity(authority.apply(machine).renew(name));
        registry.refresh();
        folderChanged.run();
        return Outcome.ok(renewed);
    }

    @Override
    public void forget(World world) {
        made.remove(world.name());
        registry.forgetWorld(world.name());
    }

    /** Begins by the world's clock, which will judge it: a world may be frozen years from now. */
    private Identity issue(World world) {
        ClientIdentity issued = authority
                .apply(world::now)
                .issue(new ClientRequest(world.name(), world.name(), bins, KeyAlgorithm.EC_P256));
        registry.put(new ClientCertificate(
                issued.name(),
                issued.fingerprint(),
                "CN=" + issued.name(),
                world.name(),
                bins,
                issued.notBefore(),
                issued.notAfter(),
                Optional.empty()));
        return identity(issued);
    }

    /** A world may be called as a file of the PKI folder is. */
    private boolean isOwn(World world, String name) {
        return world.name().equals(name) && made.containsKey(name);
    }

    private Optional<ClientCertificate> newest(World world, String name) {
        return ofWorld(world, name).stream()
                .filter(certificate -> certificate.revokedAt().isEmpty())
                .reduce((older, newer) -> newer);
    }

    private List<ClientCertificate> ofWorld(World world, String name) {
        return registry.named(name).stream()
                .filter(certificate -> certificate.world().equals(world.name()))
                .toList();
    }

    private static <T> Outcome<T, Conflict> unknown(World world, String name) {
        return Outcome.refused(Conflict.unknown("world " + world.name() + " has no certificate " + name
                + " that is in force; its own is made by GET /__sandbox/worlds/" + world.name() + "/certificate"));
    }

    private static Identity identity(ClientIdentity issued) {
        return new Identity(
                issued.name(),
                issued.fingerprint(),
                issued.bins(),
                issued.notAfter().toString(),
                Base64.getEncoder().encodeToString(issued.material().pfx()),
                issued.material().password(),
                issued.material().certificatePem(),
                issued.material().keyPem());
    }
}
