package kz.paysandbox.features.run;

import kz.paysandbox.features.chance.Chance;
import kz.paysandbox.features.customer.Customers;
import kz.paysandbox.features.merchant.ShopServer;
import kz.paysandbox.features.targets.Driver;
import kz.paysandbox.features.targets.Target;

/**
 * Who takes part in a run, handed in to each scenario.
 *
 * @param target the bank, or what stands for it
 * @param driver how the shop calls it
 * @param shops where the bank calls the shop
 * @param customers who have browsers
 * @param chance where names come from
 */
public record Cast(Target target, Driver driver, ShopServer shops, Customers customers, Chance chance) {

    /** With customers of its own. */
    public static Cast of(Target target, Driver driver, ShopServer shops, Chance chance) {
        return new Cast(target, driver, shops, new Customers(), chance);
    }
}
