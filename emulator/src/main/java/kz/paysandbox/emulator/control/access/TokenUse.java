package kz.paysandbox.emulator.control.access;

import java.util.concurrent.atomic.LongAdder;

/** How often a token was used since the server started. */
public final class TokenUse {

    private final LongAdder reads = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder refused = new LongAdder();

    /** A call that its scope covers. */
    void used(boolean read) {
        (read ? reads : writes).increment();
    }

    /** A call that its scope does not cover. */
    void refused() {
        refused.increment();
    }

    public long reads() {
        return reads.sum();
    }

    public long writes() {
        return writes.sum();
    }

    public long refusals() {
        return refused.sum();
    }
}
