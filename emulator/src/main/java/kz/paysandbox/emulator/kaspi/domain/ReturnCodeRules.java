package kz.paysandbox.emulator.kaspi.domain;

/**
 * The rules of return QR codes after a return (3.4); the document does not say.
 *
 * @param once whether it serves one return only
 * @param after its status from then on, once it has served one; {@link ReturnStatus#ERROR} ends its use
 */
public record ReturnCodeRules(boolean once, ReturnStatus after) {

    /** One code is one return operation, and CustomerIdentityObtained is final (3.4, Annex 5). */
    public static final ReturnCodeRules CAREFUL = new ReturnCodeRules(true, ReturnStatus.CUSTOMER_IDENTITY_OBTAINED);
}
