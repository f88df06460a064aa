package kz.paysandbox.emulator.core.journal;

/** What findings are told apart by. */
record FindingKey(String rule, String cause) {

    /** Reads what {@link #toString} has written. */
    static FindingKey of(String text) {
        int end = text.indexOf('\n');
        return new FindingKey(text.substring(0, end), text.substring(end + 1));
    }

    @Override
    public String toString() {
        return rule + "\n" + cause;
    }
}
