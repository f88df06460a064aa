package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link CardHoldChecks} over PostgreSQL. */
@On(TestDatabase.POSTGRES)
class CardHoldPostgresIT extends CardHoldChecks {
    CardHoldPostgresIT() {
        super(TestDatabase.POSTGRES);
    }
}
