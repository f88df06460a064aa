package kz.paysandbox.features.epay;

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
import kz.paysandbox.features.epay.adapter.AdapterEpayDriver;
import kz.paysandbox.features.epay.raw.RawEpayDriver;
import kz.paysandbox.features.epay.steps.EpayContext;
import kz.paysandbox.features.epay.targets.EpayAccess;
import kz.paysandbox.features.epay.targets.EpaySite;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Wire;

/** Halyk ePay. */
public final class EpayBank implements SuiteBank {

    /** Long enough for a busy machine, short enough for a scenario with a slow shop. */
    private static final String PATIENCE = "PT2S";

    @Override
    public String id() {
        return "epay";
    }

    @Override
    public String title() {
        return "Halyk ePay";
    }

    @Override
    public String glue() {
        return EpayContext.class.getPackageName();
    }

    @Override
    public Class<? extends BankSite> site() {
        return EpaySite.class;
    }

    @Override
    public List<String> productionDomains() {
        return List.of("homebank.kz", "epayment.kz", "halykbank.kz");
    }

    @Override
    public Set<String> secretFields() {
        return Set.of(
                "client_secret",
                "password",
                "access_token",
                "refresh_token",
                "cryptogram",
                "secret_hash",
                "hpan",
                "pan",
                "cvc",
                "cvv",
                "PaRes",
                "PaReq",
                "MD");
    }

    @Override
    public String addressSettings() {
        return "EPAY_API_URL and EPAY_OAUTH_URL";
    }

    @Override
    public BankAccess stand(Settings settings, ProductionHosts production) {
        return EpayAccess.test(settings, production);
    }

    @Override
    public Optional<BankAccess> custom(Settings settings, ProductionHosts production) {
        return EpayAccess.custom(settings, production).map(access -> access);
    }

    @Override
    public Map<String, String> emulatorSettings() {
        return Map.of("epay.callback.timeout", PATIENCE);
    }

    @Override
    public BankSite inWorld(SandboxWorld world) {
        return EpaySite.inWorld(world);
    }

    @Override
    public BankDriver raw(UnaryOperator<Wire> between, Randomness random) {
        return new RawEpayDriver(between);
    }

    @Override
    public BankDriver adapter(Randomness random) {
        return new AdapterEpayDriver(random);
    }
}
