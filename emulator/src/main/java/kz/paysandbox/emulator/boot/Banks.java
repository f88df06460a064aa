package kz.paysandbox.emulator.boot;

import java.util.List;
import kz.paysandbox.emulator.epay.EpayModule;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.kaspi.KaspiModule;

/** The list of banks. A further bank is a package and a line here. */
public final class Banks {

    /** In the order in which they are shown. */
    public static final List<BankModule> ALL = List.of(new KaspiModule(), new EpayModule());

    private Banks() {}
}
