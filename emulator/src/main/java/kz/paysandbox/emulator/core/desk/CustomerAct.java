package kz.paysandbox.emulator.core.desk;

import java.util.Arrays;
import java.util.Optional;

/** The acts of the customer's side with a payment. */
public enum CustomerAct {
    SCAN("scan"),
    CONFIRM("confirm"),
    DECLINE("decline"),
    SCAN_ERROR("scan-error"),
    /** Time is up, whatever the clock says. */
    EXPIRE("expire");

    private final String label;

    CustomerAct(String label) {
        this.label = label;
    }

    /** As in paths. */
    public String label() {
        return label;
    }

    public static Optional<CustomerAct> of(String label) {
        return Arrays.stream(values()).filter(act -> act.label.equals(label)).findFirst();
    }
}
