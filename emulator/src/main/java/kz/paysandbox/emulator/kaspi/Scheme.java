package kz.paysandbox.emulator.kaspi;

/** The bank's three integration schemes. */
public enum Scheme {
    /** Api-Key (chapter 2). */
    R1("r1"),
    /** Client certificate (chapter 3). */
    R2("r2"),
    /** Client certificate, the caller's address, and organisations by BIN (chapter 4). */
    R3("r3");

    private final String label;

    Scheme(String label) {
        this.label = label;
    }

    /** As in paths. */
    public String label() {
        return label;
    }

    /** The listener's public name. */
    public String listener() {
        return "kaspi-" + label;
    }
}
