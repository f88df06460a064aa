package kz.paysandbox.emulator.scenario;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of acts in a step of a timeline; the key in the text says which. */
enum ActKind {
    SCAN("scan", "phone"),
    CONFIRM("confirm", "phone"),
    DECLINE("decline", "phone"),
    SCAN_ERROR("scanError", ""),
    EXPIRE("expire", ""),
    /** The cashier gives money back in the bank's app. */
    REFUND("refund", "amount"),
    ORGANIZATION("organization", "set"),
    TRADE_POINT("tradePoint", "set"),
    DEVICE("device", "set"),
    REVOKE("revoke", ""),
    RENEW("renew", ""),
    FAULT("fault", ""),
    CLEAR_FAULTS("clearFaults", ""),
    CUSTOMER("customer", ""),
    CALLBACKS("callbacks", "");

    private final String key;
    private final String companion;

    ActKind(String key, String companion) {
        this.key = key;
        this.companion = companion;
    }

    /** As in the text. */
    public String key() {
        return key;
    }

    /** The further key that a step of this kind may have; empty where there is none. */
    String companion() {
        return companion;
    }

    static Optional<ActKind> of(String key) {
        return Arrays.stream(values()).filter(kind -> kind.key.equals(key)).findFirst();
    }
}
