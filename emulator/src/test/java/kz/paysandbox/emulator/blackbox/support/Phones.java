package kz.paysandbox.emulator.blackbox.support;

/** Invented phones of the sandbox, whose customers have a character each. */
public final class Phones {

    public static final String PAYER = "87010000001";
    public static final String DECLINER = "87010000002";
    public static final String IGNORER = "87010000003";
    public static final String STRANGER = "87010000404";
    public static final String WITHOUT_INVOICES = "87010000405";

    private Phones() {}
}
