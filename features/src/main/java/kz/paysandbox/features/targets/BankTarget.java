package kz.paysandbox.features.targets;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.features.chance.Chance;

/** A bank that is what it is: given URLs and credentials, no hand on its clock and its customers. */
public final class BankTarget implements Target {

    private static final int ORDER_DIGITS = 9;

    private final String name;
    private final Optional<KaspiAccess> kaspi;
    private final Optional<EpayAccess> epay;
    private final boolean reachable;
    private final Chance chance;
    private final AtomicLong orders;

    private BankTarget(
            String name, Optional<KaspiAccess> kaspi, Optional<EpayAccess> epay, boolean reachable, Chance chance) {
        this.name = name;
        this.kaspi = kaspi;
        this.epay = epay;
        this.reachable = reachable;
        this.chance = chance;
        this.orders = new AtomicLong(Long.parseLong(chance.digits(ORDER_DIGITS)));
    }

    /** Kaspi's test stand. */
    public static BankTarget kaspiTest(Setup setup, Chance chance) {
        return new BankTarget("kaspi-test", Optional.of(KaspiAccess.test(setup)), Optional.empty(), false, chance);
    }

    /** Halyk's test stand. */
    public static BankTarget epayTest(Setup setup, Chance chance) {
        return new BankTarget(
                "epay-test", Optional.empty(), Optional.of(EpayAccess.test(setup)), reachable(setup), chance);
    }

    /**
     * Whatever the settings describe: either bank, or both.
     *
     * @throws IllegalArgumentException where they describe neither, or a bank's production, or lack something
     */
    public static BankTarget custom(Setup setup, Chance chance) {
        Optional<KaspiAccess> kaspi = KaspiAccess.custom(setup);
        Optional<EpayAccess> epay = EpayAccess.custom(setup);
        if (kaspi.isEmpty() && epay.isEmpty()) {
            throw new IllegalArgumentException(
                    "--target custom needs URLs: KASPI_R1_URL, KASPI_R2_URL and KASPI_R3_URL,"
                            + " or EPAY_API_URL and EPAY_OAUTH_URL, by --set, --settings or the environment");
        }
        return new BankTarget("custom", kaspi, epay, reachable(setup), chance);
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
        if (epay.filter(EpayAccess::holds).isPresent()) {
            offers.add(Need.TWO_STEPS);
        }
        return offers;
    }

    @Override
    public Set<Bank> banks() {
        Set<Bank> banks = EnumSet.noneOf(Bank.class);
        kaspi.ifPresent(given -> banks.add(Bank.KASPI));
        epay.ifPresent(given -> banks.add(Bank.EPAY));
        return banks;
    }

    @Override
    public Place open() {
        return new BankPlace(kaspi, epay, chance.mark(), this::order);
    }

    @Override
    public void close() {}

    private String order() {
        return String.valueOf(orders.getAndIncrement());
    }

    /** Whether the bank's callbacks find their way to this machine. */
    private static boolean reachable(Setup setup) {
        return setup.find("MERCHANT_URL").isPresent();
    }
}
