package kz.paysandbox.features.targets;

/** The two banks that the suite knows. */
public enum Bank {
    KASPI("Kaspi Pay is not given there"),
    EPAY("Halyk ePay is not given there");

    private final String absence;

    Bank(String absence) {
        this.absence = absence;
    }

    /** Why a scenario is skipped where this bank is not to be had. */
    public String absence() {
        return absence;
    }
}
