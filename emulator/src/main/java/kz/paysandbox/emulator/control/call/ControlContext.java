package kz.paysandbox.emulator.control.call;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.access.Audit;
import kz.paysandbox.emulator.control.access.TokenBook;
import kz.paysandbox.emulator.control.access.WorldQuotas;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.desk.ArchiveDesk;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.IdentityDesk;
import kz.paysandbox.emulator.core.desk.MerchantDesk;
import kz.paysandbox.emulator.core.health.ReadyCheck;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.SandboxClause;
import kz.paysandbox.emulator.core.metrics.MeterSource;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.http.bank.BankRow;
import kz.paysandbox.emulator.scenario.BankFacts;
import kz.paysandbox.emulator.scenario.ScenarioLibrary;

/**
 * The things that the control surface works on; filled by the composition root.
 *
 * @param freshCredentials makes the credentials of a new world
 * @param desks what is made for worlds outside of them
 * @param operations what whoever runs it for others asks
 */
public record ControlContext(
        Worlds worlds,
        BankPorts ports,
        Supplier<Credentials> freshCredentials,
        WorldDesks desks,
        ScenarioLibrary scenarios,
        Settings settings,
        Operations operations,
        ControlJson json) {

    /**
     * What is made for worlds outside of them.
     *
     * @param identities their client certificates
     * @param archive worlds as files
     */
    public record WorldDesks(IdentityDesk identities, ArchiveDesk archive) {}

    public IdentityDesk identities() {
        return desks.identities();
    }

    public ArchiveDesk archive() {
        return desks.archive();
    }

    /**
     * The banks.
     *
     * @param known what is known of all of them
     * @param rows further rows of the table, which concern one bank alone
     */
    public record BankPorts(BankFacts known, List<BankDesk> desks, List<BankRow> rows) {
        public BankPorts {
            desks = List.copyOf(desks);
            rows = List.copyOf(rows);
        }
    }

    /**
     * What whoever runs a sandbox for others asks it.
     *
     * @param listening where the listeners are; empty until every one can answer
     * @param checks what must be so before it can be used
     * @param meters what can be measured
     * @param access who may do what
     */
    public record Operations(
            Supplier<Optional<Listening>> listening, List<ReadyCheck> checks, List<MeterSource> meters, Tokens access) {
        public Operations {
            checks = List.copyOf(checks);
            meters = List.copyOf(meters);
        }
    }

    /**
     * Who may do what.
     *
     * @param book of persons and pipelines
     * @param quotas what their worlds may come to
     * @param audit what was done with them, and without
     */
    public record Tokens(TokenBook book, WorldQuotas quotas, Audit audit) {}

    /** Ends a world, where something still is so of it, and what belongs to it. */
    public Outcome<World, Worlds.Refusal> delete(String name, Predicate<World> still) {
        return worlds.delete(name, still, world -> {
            identities().forget(world);
            scenarios.forget(world.name());
        });
    }

    /** Where the listeners are; empty until every one can answer. */
    public Supplier<Optional<Listening>> listening() {
        return operations.listening();
    }

    /** What seeds of worlds made without one are derived from. */
    public long serverSeed() {
        return settings.number("seed");
    }

    /**
     * Where the listeners are, and whom to trust there.
     *
     * @param ports by the listeners' public names
     * @param authorities their certificates, PEM
     */
    public record Listening(Map<String, Integer> ports, String authorities) {}

    public List<BankDesk> banks() {
        return ports.desks();
    }

    /** The written rules of all banks, and the sandbox's own. */
    public List<Clause> clauses() {
        return Stream.concat(
                        banks().stream().flatMap(bank -> bank.facts().clauses().stream()),
                        Stream.of(SandboxClause.values()))
                .toList();
    }

    /** The merchants that can be switched: those of the first bank that has some. */
    public MerchantDesk merchants() {
        return banks().stream()
                .flatMap(bank -> bank.merchants().stream())
                .findFirst()
                .orElse(MerchantDesk.NONE);
    }

    /** What is known of each bank itself. */
    public List<Bank> facts() {
        return banks().stream().map(BankDesk::facts).toList();
    }

    /** What is wrong with the name of a world that there is not. */
    public Complaint unknownWorld(String name) {
        return Complaint.unknown(
                        "world", name, worlds.all().stream().map(World::name).toList())
                .also("make one with POST /__sandbox/worlds");
    }
}
