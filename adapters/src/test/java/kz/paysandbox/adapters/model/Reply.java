package kz.paysandbox.adapters.model;

/** What a bank answers. */
record Reply(int http, String body) {
    static Reply ok(String body) {
        return new Reply(200, body.replace('\'', '"'));
    }

    static Reply of(int http, String body) {
        return new Reply(http, body.replace('\'', '"'));
    }
}
