package kz.paysandbox.features.kaspi;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.bank.BankAccess;
import kz.paysandbox.features.bank.BankDriver;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.ProductionHosts;
import kz.paysandbox.features.bank.SandboxWorld;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.bank.SuiteBank;
import kz.paysandbox.features.kaspi.adapter.AdapterKaspiDriver;
import kz.paysandbox.features.kaspi.raw.RawKaspiDriver;
import kz.paysandbox.features.kaspi.steps.KaspiContext;
import kz.paysandbox.features.kaspi.targets.KaspiAccess;
import kz.paysandbox.features.kaspi.targets.KaspiSite;
import kz.paysandbox.features.kaspi.targets.KaspiWorldSite;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Wire;

/** Kaspi Pay, schemes r1, r2 and r3. */
public final class KaspiBank implements SuiteBank {

    @Override
    public String id() {
        return "kaspi";
    }

    @Override
    public String title() {
        return "Kaspi Pay";
    }

    @Override
    public String glue() {
        return KaspiContext.class.getPackageName();
    }

    @Override
    public Class<? extends BankSite> site() {
        return KaspiSite.class;
    }

    @Override
    public List<String> productionDomains() {
        return List.of("kaspi.kz");
    }

    @Override
    public Set<String> secretFields() {
        return Set.of("ApiKey", "Api-Key", "DeviceToken", "PhoneNumber", "phone");
    }

    @Override
    public String addressSettings() {
        return "KASPI_R1_URL, KASPI_R2_URL and KASPI_R3_URL";
    }

    @Override
    public BankAccess stand(Settings settings, ProductionHosts production) {
        return KaspiAccess.test(settings, production);
    }

    @Override
    public Optional<BankAccess> custom(Settings settings, ProductionHosts production) {
        return KaspiAccess.custom(settings, production).map(access -> access);
    }

    @Override
    public Map<String, String> emulatorSettings() {
        return Map.of();
    }

    @Override
    public BankSite inWorld(SandboxWorld world) {
        return new KaspiWorldSite(world);
    }

    @Override
    public BankDriver raw(UnaryOperator<Wire> between, Randomness random) {
        return new RawKaspiDriver(between, random);
    }

    @Override
    public BankDriver adapter(Randomness random) {
        return new AdapterKaspiDriver(random);
    }
}
