package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link CardHoldChecks} over an H2 file. */
@On(TestDatabase.H2)
class CardHoldIT extends CardHoldChecks {
    CardHoldIT() {
        super(TestDatabase.H2);
    }
}
