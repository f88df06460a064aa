package kz.paysandbox.features.run;

import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.customer.Customers;
import kz.paysandbox.features.driver.Driver;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.targets.Target;

/**
 * Who takes part in a run, handed in to each scenario.
 *
 * @param banks that the run knows
 * @param target the banks' addresses, or what stands for the banks
 * @param driver how the shop calls them
 * @param shops where a bank calls the shop
 * @param customers who have browsers
 * @param chance where names come from
 */
public record Cast(
        SuiteBanks banks, Target target, Driver driver, ShopServer shops, Customers customers, Chance chance) {

    /** With customers of its own. */
    public static Cast of(SuiteBanks banks, Target target, Driver driver, ShopServer shops, Chance chance) {
        return new Cast(banks, target, driver, shops, new Customers(), chance);
    }
}
