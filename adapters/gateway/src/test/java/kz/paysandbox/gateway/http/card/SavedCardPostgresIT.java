package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link SavedCardChecks} over PostgreSQL. */
@On(TestDatabase.POSTGRES)
class SavedCardPostgresIT extends SavedCardChecks {
    SavedCardPostgresIT() {
        super(TestDatabase.POSTGRES);
    }
}
