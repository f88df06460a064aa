package kz.paysandbox.emulator.bench;

/** Who looks at a sandbox while it works, from when it is made until it is closed. */
interface Watcher extends AutoCloseable {

    /** Nobody. */
    static Watcher nobody() {
        return new Watcher() {
            @Override
            public String told() {
                return "";
            }

            @Override
            public void close() {}
        };
    }

    /** What it has seen, for a line of the report. */
    String told();

    @Override
    void close();
}
