package kz.paysandbox.emulator.thirdbank;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.bank.BankListener;
import kz.paysandbox.emulator.core.bank.BannerSection;
import kz.paysandbox.emulator.core.bank.Site;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.settings.Evidence;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.http.bank.BankServer;
import kz.paysandbox.emulator.http.bank.BankStart;
import kz.paysandbox.emulator.http.bank.BankTable;
import kz.paysandbox.emulator.http.bank.BankTable.ClientCertificates;

/** The toy bank: everything that the sandbox needs to know of it. */
public final class ToyModule implements BankModule {

    static final String NAME = "toy";
    static final String KEY = "toy.key";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Toy Bank";
    }

    @Override
    public String contract() {
        return "Toy 1";
    }

    @Override
    public List<BankListener> listeners() {
        return List.of(new BankListener(NAME, 8600));
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.of(
                Evidence.ASSUMED,
                Setting.Kind.TEXT,
                KEY,
                "toy-main",
                "The key of the default world, as it is guessed"));
    }

    @Override
    public List<String> rows() {
        return List.of(ToyEdge.ROW);
    }

    @Override
    public List<Clause> clauses() {
        return List.of(ToyClause.values());
    }

    @Override
    public List<String> statuses() {
        return ToyPayment.STATUSES;
    }

    @Override
    public Map<String, String> environment(Site site) {
        return Map.of("TOY_URL", site.url(NAME));
    }

    @Override
    public List<BannerSection> banner(Site site) {
        return List.of(new BannerSection(title(), site.url(NAME), "curl " + site.url(NAME)));
    }

    @Override
    public BankServer start(BankStart start) {
        return new ToyServer(this, start.settings().text(KEY));
    }

    private record ToyServer(ToyModule module, String key) implements BankServer {

        @Override
        public List<Slot<?>> slots() {
            return List.of(new Slot<>(ToyBank.class, world -> new ToyBank()));
        }

        @Override
        public Map<String, String> mainCredentials() {
            return Map.of(KEY, key);
        }

        @Override
        public Map<String, String> freshCredentials(RandomGenerator random) {
            return Map.of(KEY, "toy-" + new UUID(random.nextLong(), random.nextLong()));
        }

        @Override
        public List<BankTable> tables(Worlds worlds) {
            ToyEdge edge = new ToyEdge(worlds);
            return List.of(new BankTable(NAME, ClientCertificates.NONE, edge.endpoints(), edge));
        }

        @Override
        public BankDesk desk() {
            return new ToyDesk(module);
        }
    }
}
