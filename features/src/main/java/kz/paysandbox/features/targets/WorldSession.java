package kz.paysandbox.features.targets;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.Control;
import kz.paysandbox.features.bank.SandboxWorld;

/** A world of a sandbox. */
final class WorldSession implements TargetSession {

    private final SandboxWorld world;
    private final List<BankSite> sites;
    private final OrderNumbers orders;
    private final Consumer<WorldSession> back;
    private boolean discarded;

    /**
     * @param back takes the session when it can be used again
     */
    WorldSession(SandboxWorld world, List<BankSite> sites, OrderNumbers orders, Consumer<WorldSession> back) {
        this.world = world;
        this.sites = List.copyOf(sites);
        this.orders = orders;
        this.back = back;
    }

    @Override
    public List<BankSite> sites() {
        return sites;
    }

    @Override
    public Optional<Control> control() {
        return Optional.of(world.control());
    }

    @Override
    public void discard() {
        discarded = true;
    }

    @Override
    public void close() {
        if (discarded) {
            delete();
            return;
        }
        world.control().post("/reset", Map.of());
        orders.restart();
        back.accept(this);
    }

    void delete() {
        world.control().delete("/worlds/" + world.name());
    }
}
