package kz.paysandbox.emulator.kaspi.domain;

/** The bank's three integration schemes. */
public enum Scheme {
    /** Api-Key (chapter 2). */
    R1("r1", 8543),
    /** Client certificate (chapter 3). */
    R2("r2", 8544),
    /** Client certificate, the caller's address, and organisations by BIN (chapter 4). */
    R3("r3", 8545);

    private final String label;
    private final int port;

    Scheme(String label, int port) {
        this.label = label;
        this.port = port;
    }

    /** As in paths. */
    public String label() {
        return label;
    }

    /** The listener's public name. */
    public String listener() {
        return "kaspi-" + label;
    }

    /** The bank's own port for tests. */
    public int port() {
        return port;
    }
}
