package kz.paysandbox.features.targets;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.features.bank.BankAccess;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.bank.ProductionHosts;
import kz.paysandbox.features.bank.ScenarioNumbers;
import kz.paysandbox.features.bank.Settings;
import kz.paysandbox.features.bank.SuiteBank;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.random.Randomness;

/** Banks by their addresses and credentials alone: no hand on their clock and their customers. */
public final class StandTarget implements Target {

    private static final int ORDER_DIGITS = 9;

    private final String name;
    private final List<BankAccess> banks;
    private final boolean reachable;
    private final Randomness random;
    private final AtomicLong orders;

    private StandTarget(String name, List<BankAccess> banks, Settings settings, Randomness random) {
        this.name = name;
        this.banks = List.copyOf(banks);
        this.reachable = settings.find("MERCHANT_URL").isPresent();
        this.random = random;
        this.orders = new AtomicLong(Long.parseLong(random.digits(ORDER_DIGITS)));
    }

    /** A bank's test stand. */
    static StandTarget of(SuiteBank bank, Settings settings, ProductionHosts production, Randomness random) {
        return new StandTarget(bank.standName(), List.of(bank.stand(settings, production)), settings, random);
    }

    /**
     * Whatever the settings describe: any of the banks, or several.
     *
     * @throws IllegalArgumentException where they describe none, or a bank's production, or lack something
     */
    static StandTarget custom(SuiteBanks banks, Settings settings, Randomness random) {
        ProductionHosts production = banks.production();
        List<BankAccess> given = banks.all().stream()
                .map(bank -> bank.custom(settings, production))
                .flatMap(Optional::stream)
                .toList();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("--target custom needs URLs: " + banks.addressSettings()
                    + ", by --set, --settings or the environment");
        }
        return new StandTarget("custom", given, settings, random);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Set<Need> offers() {
        Set<Need> offers = EnumSet.of(Need.HOOKS, Need.WIRE);
        if (reachable) {
            offers.add(Need.CALLBACKS);
        }
        banks.forEach(bank -> offers.addAll(bank.offers()));
        return offers;
    }

    @Override
    public TargetSession open() {
        ScenarioNumbers numbers = new ScenarioNumbers(random.mark(), this::order);
        return new StandSession(banks.stream().map(bank -> bank.open(numbers)).toList());
    }

    @Override
    public void close() {}

    private String order() {
        return String.valueOf(orders.getAndIncrement());
    }
}
