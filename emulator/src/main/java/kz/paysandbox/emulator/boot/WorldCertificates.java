package kz.paysandbox.emulator.boot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldPart;
import kz.paysandbox.emulator.core.desk.IdentityDesk.Identity;
import kz.paysandbox.emulator.core.state.ChangeListener;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.StateTable;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.http.tls.ClientCertificate;

/** The certificates that were made for a world while running, as part of its state; they stay through its resets. */
final class WorldCertificates implements WorldPart {

    private final ChangeSignal signal = new ChangeSignal();
    private final World world;
    private final CertificateRegistry registry;
    private final PkiIdentities identities;

    private WorldCertificates(World world, CertificateRegistry registry, PkiIdentities identities) {
        this.world = world;
        this.registry = registry;
        this.identities = identities;
    }

    /**
     * A certificate as it is kept.
     *
     * @param identity with its key, where it is the world's present one
     */
    record Kept(ClientCertificate certificate, Optional<Identity> identity) {}

    static Slot<WorldCertificates> slot(CertificateRegistry registry, PkiIdentities identities) {
        return new Slot<>(WorldCertificates.class, world -> new WorldCertificates(world, registry, identities));
    }

    /** A certificate was made or revoked. */
    void changed(String fingerprint) {
        signal.changing(fingerprint);
    }

    @Override
    public PartState state() {
        return PartState.of(
                StateTable.of("world.certificates", Kept.class, new Source()).with(StateTable.Trait.HISTORY));
    }

    @Override
    public List<DueEvent> lapsed(Instant after, Instant until) {
        return List.of();
    }

    @Override
    public void settle(Instant until) {
        // a certificate's end follows from its dates
    }

    private final class Source implements StateTable.Source<Kept> {

        @Override
        public Optional<Kept> find(String fingerprint) {
            return registry.made(fingerprint)
                    .map(certificate -> new Kept(
                            certificate,
                            identities
                                    .made(world.name())
                                    .filter(identity -> identity.fingerprint().equals(fingerprint))));
        }

        @Override
        public List<String> keys() {
            return registry.madeFor(world.name()).stream()
                    .map(ClientCertificate::fingerprint)
                    .toList();
        }

        @Override
        public void restore(String fingerprint, Kept kept) {
            registry.put(kept.certificate());
            kept.identity().ifPresent(identity -> identities.restore(world.name(), identity));
        }

        @Override
        public void listen(ChangeListener listener) {
            signal.listen(listener);
        }
    }
}
