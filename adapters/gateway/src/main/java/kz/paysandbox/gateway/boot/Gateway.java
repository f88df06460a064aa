package kz.paysandbox.gateway.boot;

import java.time.Duration;
import kz.paysandbox.adapters.transport.CallListener;
import kz.paysandbox.gateway.pay.Banks;
import kz.paysandbox.gateway.pay.Guard;
import kz.paysandbox.gateway.pay.Identity;
import kz.paysandbox.gateway.pay.KaspiPayments;
import kz.paysandbox.gateway.pay.Ledger;
import kz.paysandbox.gateway.pay.StatusLooks;
import kz.paysandbox.gateway.payment.FollowPlan;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** A running gateway. Closing it ends it in order: no new work, then calls and jobs under way, then the database. */
public final class Gateway implements AutoCloseable {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final GatewayDatabase database;
    private final BankClients clients;
    private final UseCases useCases;

    private Gateway(GatewayDatabase database, BankClients clients, UseCases useCases) {
        this.database = database;
        this.clients = clients;
        this.useCases = useCases;
    }

    /**
     * What can be done, for the edge, for jobs and for tests.
     *
     * @param identity this process
     * @param banks their clients
     * @param ledger the writer of payments
     * @param guard which shop may use what
     * @param kaspi payments of Kaspi
     * @param looks the asking of banks
     */
    public record UseCases(
            Identity identity, Banks banks, Ledger ledger, Guard guard, KaspiPayments kaspi, StatusLooks looks) {}

    /**
     * Starts a gateway.
     *
     * @throws RuntimeException when settings, database, certificates or port do not allow it; nothing is left open
     */
    public static Gateway start(GatewaySettings settings, GatewaySurroundings surroundings) {
        GatewayDatabase database = DatabaseSetup.open(settings, surroundings);
        try {
            BankClients clients = BankClients.of(settings, surroundings.clock(), CallListener.SILENT);
            try {
                return new Gateway(database, clients, useCases(settings, surroundings, database, clients));
            } catch (RuntimeException e) {
                clients.close();
                throw e;
            }
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static UseCases useCases(
            GatewaySettings settings, GatewaySurroundings surroundings, GatewayDatabase database, BankClients clients) {
        Identity identity = new Identity(
                settings.find(GatewaySetting.NODE).orElseGet(surroundings.ids()),
                surroundings.clock(),
                surroundings.ids(),
                BankClients.LEASE);
        Banks banks = clients.journaled(database.database(), surroundings.clock(), settings);
        Ledger ledger = new Ledger(database, identity, plan(settings));
        Guard guard = new Guard(banks.merchant().configs());
        return new UseCases(
                identity,
                banks,
                ledger,
                guard,
                new KaspiPayments(banks.merchant(), guard, ledger, identity),
                new StatusLooks(database, banks, ledger, identity, intervals(settings)));
    }

    private static FollowPlan plan(GatewaySettings settings) {
        return new FollowPlan(settings.spans(GatewaySetting.EPAY_UNASKED));
    }

    private static StatusLooks.Intervals intervals(GatewaySettings settings) {
        return new StatusLooks.Intervals(
                MINUTE.dividedBy(settings.number(GatewaySetting.REMOTE_STATUS)),
                settings.span(GatewaySetting.VERIFY_MIN_INTERVAL));
    }

    /** The database. */
    public GatewayDatabase database() {
        return database;
    }

    /** What can be done. */
    public UseCases useCases() {
        return useCases;
    }

    /** The port that shops reach; 0 where nothing listens. */
    public int port() {
        return 0;
    }

    /** Runs the jobs that are due, until none is; for tests, where they do not run by themselves. */
    public void runDue() {}

    @Override
    public void close() {
        clients.close();
        database.close();
    }
}
