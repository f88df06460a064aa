package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link CardPaymentChecks} over an H2 file. */
@On(TestDatabase.H2)
class CardPaymentIT extends CardPaymentChecks {
    CardPaymentIT() {
        super(TestDatabase.H2);
    }
}
