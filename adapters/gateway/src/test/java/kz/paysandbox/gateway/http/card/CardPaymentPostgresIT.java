package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link CardPaymentChecks} over PostgreSQL. */
@On(TestDatabase.POSTGRES)
class CardPaymentPostgresIT extends CardPaymentChecks {
    CardPaymentPostgresIT() {
        super(TestDatabase.POSTGRES);
    }
}
