package kz.paysandbox.adapters.testing;

/** An answer of the fake bank: an HTTP status and JSON, or nothing. */
record FakeAnswer(int status, String json) {
    static FakeAnswer unknownPath() {
        return new FakeAnswer(404, "");
    }
}
