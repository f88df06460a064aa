package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.TestDatabase;

/** Card payments over an H2 file. */
class CardPaymentIT extends CardPaymentChecks {
    CardPaymentIT() {
        super(TestDatabase.H2);
    }
}
