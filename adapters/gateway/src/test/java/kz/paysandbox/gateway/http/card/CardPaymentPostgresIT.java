package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.TestDatabase;

/** Card payments over PostgreSQL. */
class CardPaymentPostgresIT extends CardPaymentChecks {
    CardPaymentPostgresIT() {
        super(TestDatabase.POSTGRES);
    }
}
