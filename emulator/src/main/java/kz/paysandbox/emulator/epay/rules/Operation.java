package kz.paysandbox.emulator.epay.rules;

/** The operation of a row of the bank's table, as the rules about callers tell rows apart. */
public enum Operation {
    /** An order comes with it, to be paid by card. */
    PAYMENT,
    CHARGE("charge"),
    CANCEL("cancel"),
    REFUND("refund"),
    /** Asks what became of a transaction; the answer has a resultCode. */
    CHECK_STATUS,
    /** Asks what became of a transaction on the older address. */
    OLDER_STATUS,
    /** No rule asks for it. */
    OTHER;

    private final String word;

    Operation() {
        this("");
    }

    Operation(String word) {
        this.word = word;
    }

    /** As in the path; empty where a row changes no transaction that is there. */
    String word() {
        return word;
    }

    /** Whether a transaction that is there is charged, given up or given back. */
    boolean isChange() {
        return !word.isEmpty();
    }

    /** Whether it asks what became of a transaction. */
    boolean isStatus() {
        return this == CHECK_STATUS || this == OLDER_STATUS;
    }
}
