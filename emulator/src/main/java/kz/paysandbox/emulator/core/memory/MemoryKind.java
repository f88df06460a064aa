package kz.paysandbox.emulator.core.memory;

/** What shares one budget of bytes. The journals have a budget of their own. */
public enum MemoryKind {
    PAYMENTS(
            "limits.payments.heap-percent",
            30,
            "payments, returns, tokens, cards, links, pages, devices and organisations of all worlds",
            "the oldest final ones go first"),
    FINDINGS("limits.findings.heap-percent", 4, "the findings of all worlds", "the oldest go first"),
    CALLBACKS(
            "limits.callbacks.heap-percent",
            5,
            "callbacks and other things to do later of all worlds",
            "the oldest callbacks that wait for nothing go first"),
    RULES(
            "limits.rules.heap-percent",
            8,
            "what the rules about callers, rates and stand-ins for secrets remember of all worlds",
            "what was not used for longest goes first"),
    FAULTS("limits.faults.heap-percent", 3, "the faults and own scenarios of all worlds", "more are refused");

    private final String setting;
    private final int percent;
    private final String what;
    private final String atLimit;

    MemoryKind(String setting, int percent, String what, String atLimit) {
        this.setting = setting;
        this.percent = percent;
        this.what = what;
        this.atLimit = atLimit;
    }

    /** Public name of the setting with its percentage of the heap. */
    public String setting() {
        return setting;
    }

    /** Percent of the heap by default. */
    public int percent() {
        return percent;
    }

    /** What is counted, as the setting's description names it. */
    public String what() {
        return what;
    }

    /** What happens where it is full. */
    public String atLimit() {
        return atLimit;
    }
}
