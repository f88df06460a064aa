package kz.paysandbox.adapters.testing;

/** What the fake bank answers: an HTTP status and JSON, or nothing. */
record FakeAnswer(int status, String json) {
    static FakeAnswer unknownPath() {
        return new FakeAnswer(404, "");
    }
}
