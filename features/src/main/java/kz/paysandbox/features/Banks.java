package kz.paysandbox.features;

import java.util.List;
import kz.paysandbox.features.bank.SuiteBanks;
import kz.paysandbox.features.epay.EpayBank;
import kz.paysandbox.features.kaspi.KaspiBank;

/** The banks of the suite: the one place that knows them all. */
public final class Banks {

    private Banks() {}

    /** Kaspi Pay and Halyk ePay. */
    public static SuiteBanks all() {
        return new SuiteBanks(List.of(new KaspiBank(), new EpayBank()));
    }
}
