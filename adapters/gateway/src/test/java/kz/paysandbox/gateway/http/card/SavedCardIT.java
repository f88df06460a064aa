package kz.paysandbox.gateway.http.card;

import kz.paysandbox.gateway.On;
import kz.paysandbox.gateway.TestDatabase;

/** {@link SavedCardChecks} over an H2 file. */
@On(TestDatabase.H2)
class SavedCardIT extends SavedCardChecks {
    SavedCardIT() {
        super(TestDatabase.H2);
    }
}
