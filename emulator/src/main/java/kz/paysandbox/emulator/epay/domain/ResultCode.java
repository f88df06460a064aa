package kz.paysandbox.emulator.epay.domain;

/** The resultCode of a status answer (status page and clients in production): says what became of the question. */
public enum ResultCode {
    SUCCESS("100", "SUCCESS"),
    REJECT("101", "REJECT"),
    NOT_FOUND("102", "INVOICE NOT FOUND"),
    ERROR("103", "ERROR"),
    NO_TERMINAL("104", "TERMINAL NOT FOUND IN TOKEN"),
    WRONG_TERMINAL("106", "INCORRECT TERMINAL"),
    IN_PROGRESS("107", "IN PROGRESS"),
    FOREIGN_TERMINAL("109", "TERMINAL DOES NOT BELONG TO CLIENT");

    private final String code;
    private final String message;

    ResultCode(String code, String message) {
        this.code = code;
        this.message = message;
    }

    public String code() {
        return code;
    }

    public String message() {
        return message;
    }

    /** The code that goes with a transaction's status; 100 does not mean that it was paid. */
    public static ResultCode of(PaymentStatus status) {
        return switch (status) {
            case AUTH, CHARGE, CANCEL, CANCEL_OLD, REFUND, VERIFIED -> SUCCESS;
            case REJECT, FAILED -> REJECT;
            case NEW, THREE_D, FINGERPRINT -> IN_PROGRESS;
        };
    }
}
