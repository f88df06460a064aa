package kz.paysandbox.features.thirdbank;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.bank.BankAccess;
import kz.paysandbox.features.bank.BankDriver;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.bank.ProductionHosts;
import kz.paysandbox.features.bank.SandboxWorld;
import kz.paysandbox.features.bank.ScenarioNumbers;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.bank.SuiteBank;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Wire;

/** A bank with one address and one call. */
final class ToyBank implements SuiteBank {

    private static final String ADDRESS = "TOY_URL";

    private record Access(URI base) implements BankAccess {

        @Override
        public Set<Need> offers() {
            return Set.of();
        }

        @Override
        public BankSite open(ScenarioNumbers numbers) {
            return new ToySite(base);
        }
    }

    @Override
    public String id() {
        return "toy";
    }

    @Override
    public String title() {
        return "Toy Bank";
    }

    @Override
    public String glue() {
        return ToySteps.class.getPackageName();
    }

    @Override
    public Class<? extends BankSite> site() {
        return ToySite.class;
    }

    @Override
    public List<String> productionDomains() {
        return List.of("toy-bank.example");
    }

    @Override
    public Set<String> secretFields() {
        return Set.of("toy_key");
    }

    @Override
    public String addressSettings() {
        return ADDRESS;
    }

    @Override
    public BankAccess stand(Settings settings, ProductionHosts production) {
        return new Access(production.refuse(URI.create(settings.need(ADDRESS))));
    }

    @Override
    public Optional<BankAccess> custom(Settings settings, ProductionHosts production) {
        return settings.find(ADDRESS).map(URI::create).map(production::refuse).map(Access::new);
    }

    @Override
    public Map<String, String> emulatorSettings() {
        return Map.of();
    }

    @Override
    public BankSite inWorld(SandboxWorld world) {
        throw new UnsupportedOperationException("the sandbox has no toy bank");
    }

    @Override
    public BankDriver raw(UnaryOperator<Wire> between, Randomness random) {
        return ToyDriver.raw(between);
    }

    @Override
    public BankDriver adapter(Randomness random) {
        return ToyDriver.adapter();
    }
}
