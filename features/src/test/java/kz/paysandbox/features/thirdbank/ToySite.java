package kz.paysandbox.features.thirdbank;

import java.net.URI;
import kz.paysandbox.features.bank.BankSite;

/** Where the toy bank is. */
record ToySite(URI base) implements BankSite {}
