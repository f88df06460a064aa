package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link CardRefundChecks} over an H2 file. */
@On(TestDatabase.H2)
class CardRefundIT extends CardRefundChecks {
    CardRefundIT() {
        super(TestDatabase.H2);
    }
}
