package kz.paysandbox.features.driver;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.bank.BankDriver;
import kz.paysandbox.features.bank.Need;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.wire.Wire;

/**
 * How the shop's calls are carried out.
 *
 * @param offers what scenarios may demand of it
 * @param banks the way to each bank
 */
public record Driver(String name, Set<Need> offers, List<BankDriver> banks) {

    public Driver {
        offers = Set.copyOf(offers);
        banks = List.copyOf(banks);
    }

    /** The wire format by the suite's own HTTP; one connection for each identity. */
    public static Driver raw(SuiteBanks banks, Randomness random) {
        return raw(banks, wire -> wire, random);
    }

    /**
     * As {@link #raw(SuiteBanks, Randomness)}.
     *
     * @param between what stands between the suite and the bank
     */
    public static Driver raw(SuiteBanks banks, UnaryOperator<Wire> between, Randomness random) {
        return new Driver(
                "raw",
                EnumSet.allOf(Need.class),
                banks.all().stream().map(bank -> bank.raw(between, random)).toList());
    }

    /** The production adapters, without repeats and without waiting, so that each call is seen as it is. */
    public static Driver adapter(SuiteBanks banks, Randomness random) {
        return new Driver(
                "adapter",
                EnumSet.complementOf(EnumSet.of(Need.WIRE)),
                banks.all().stream().map(bank -> bank.adapter(random)).toList());
    }
}
