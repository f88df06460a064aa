package kz.paysandbox.emulator.input;

/** The switches of a bank's merchants: of its organisations, trade points and devices. */
public record MerchantSwitches(SwitchShape organization, SwitchShape tradePoint, SwitchShape device) {

    /** All of them, as where it is not known yet what they are of. */
    public Table all() {
        return new Table().exact().and(device.table()).and(tradePoint.table()).and(organization.table());
    }
}
