package kz.paysandbox.features.targets;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.features.bank.BankAccess;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.bank.Production;
import kz.paysandbox.features.bank.ScenarioNumbers;
import kz.paysandbox.features.bank.Setup;
import kz.paysandbox.features.bank.SuiteBank;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.chance.Chance;

/** Banks by their addresses and credentials alone: no hand on their clock and their customers. */
public final class StandTarget implements Target {

    private static final int ORDER_DIGITS = 9;

    private final String name;
    private final List<BankAccess> banks;
    private final boolean reachable;
    private final Chance chance;
    private final AtomicLong orders;

    private StandTarget(String name, List<BankAccess> banks, Setup setup, Chance chance) {
        this.name = name;
        this.banks = List.copyOf(banks);
        this.reachable = setup.find("MERCHANT_URL").isPresent();
        this.chance = chance;
        this.orders = new AtomicLong(Long.parseLong(chance.digits(ORDER_DIGITS)));
    }

    /** A bank's test stand. */
    static StandTarget of(SuiteBank bank, Setup setup, Production production, Chance chance) {
        return new StandTarget(bank.standName(), List.of(bank.stand(setup, production)), setup, chance);
    }

    /**
     * Whatever the settings describe: any of the banks, or several.
     *
     * @throws IllegalArgumentException where they describe none, or a bank's production, or lack something
     */
    static StandTarget custom(SuiteBanks banks, Setup setup, Chance chance) {
        Production production = banks.production();
        List<BankAccess> given = banks.all().stream()
                .map(bank -> bank.custom(setup, production))
                .flatMap(Optional::stream)
                .toList();
        if (given.isEmpty()) {
            throw new IllegalArgumentException("--target custom needs URLs: " + banks.addressSettings()
                    + ", by --set, --settings or the environment");
        }
        return new StandTarget("custom", given, setup, chance);
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
    public Place open() {
        ScenarioNumbers numbers = new ScenarioNumbers(chance.mark(), this::order);
        return new StandPlace(banks.stream().map(bank -> bank.open(numbers)).toList());
    }

    @Override
    public void close() {}

    private String order() {
        return String.valueOf(orders.getAndIncrement());
    }
}
