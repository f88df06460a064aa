package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link CardRefundChecks} over PostgreSQL. */
@On(TestDatabase.POSTGRES)
class CardRefundPostgresIT extends CardRefundChecks {
    CardRefundPostgresIT() {
        super(TestDatabase.POSTGRES);
    }
}
