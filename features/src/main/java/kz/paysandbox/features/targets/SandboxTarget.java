package kz.paysandbox.features.targets;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import kz.paysandbox.features.bank.Control;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.bank.SandboxAddress;
import kz.paysandbox.features.bank.SandboxWorld;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.Wire;

/**
 * A running sandbox: a world with credentials of its own for each scenario, its clock stopped. A world is lent to one
 * scenario at a time and goes back to its start in between, so that certificates and connections can be used again.
 */
final class SandboxTarget implements Target {

    /**
     * How a sandbox is run.
     *
     * @param impatient whether it gives slow shops no more than a moment
     * @param end what to do when the run is over
     */
    record Terms(boolean impatient, Runnable end) {}

    private final String name;
    private final SuiteBanks banks;
    private final SandboxAddress address;
    private final Terms terms;
    private final Randomness random;
    private final Wire control = JdkWire.plain();
    private final Queue<WorldSession> free = new ConcurrentLinkedQueue<>();

    SandboxTarget(String name, SuiteBanks banks, SandboxAddress address, Terms terms, Randomness random) {
        this.name = name;
        this.banks = banks;
        this.address = address;
        this.terms = terms;
        this.random = random;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Need> offers() {
        return terms.impatient() ? EnumSet.allOf(Need.class) : EnumSet.complementOf(EnumSet.of(Need.IMPATIENCE));
    }

    @Override
    public TargetSession open() {
        return Optional.<TargetSession>ofNullable(free.poll()).orElseGet(this::newWorld);
    }

    @Override
    public void close() {
        try {
            free.forEach(WorldSession::delete);
        } finally {
            terms.end().run();
        }
    }

    private WorldSession newWorld() {
        String world = "verify-" + random.name();
        OrderNumbers orders = new OrderNumbers();
        SandboxWorld described = new SandboxWorld(
                address,
                world,
                control("main").post("/worlds", Map.of("name", world, "seed", 1, "clock", Map.of("mode", "frozen"))),
                control(world),
                orders::next);
        return new WorldSession(
                described,
                banks.all().stream().map(bank -> bank.inWorld(described)).toList(),
                orders,
                free::add);
    }

    private Control control(String world) {
        return new Control(control, address.control(), world);
    }
}
