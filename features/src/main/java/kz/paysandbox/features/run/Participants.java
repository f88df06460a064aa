package kz.paysandbox.features.run;

import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.browser.Browsers;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.random.Randomness;
import kz.paysandbox.features.targets.Target;

/**
 * Who takes part in a run, handed in to each scenario.
 *
 * @param banks that the run knows
 * @param target the banks' addresses, or what stands for the banks
 * @param driver how the shop calls them
 * @param shops where a bank calls the shop
 * @param browsers of the customers
 * @param random where names come from
 */
public record Participants(
        SuiteBanks banks, Target target, Driver driver, ShopServer shops, Browsers browsers, Randomness random) {

    /** With browsers of its own. */
    public static Participants of(SuiteBanks banks, Target target, Driver driver, ShopServer shops, Randomness random) {
        return new Participants(banks, target, driver, shops, new Browsers(), random);
    }
}
