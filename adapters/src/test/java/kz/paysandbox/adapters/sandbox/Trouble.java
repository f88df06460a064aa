package kz.paysandbox.adapters.sandbox;

import kz.paysandbox.adapters.error.AuthenticationFailed;
import kz.paysandbox.adapters.error.ConnectionFailed;
import kz.paysandbox.adapters.error.OutcomeUnknown;
import kz.paysandbox.adapters.error.PaymentException;
import kz.paysandbox.adapters.error.ProtocolViolation;
import kz.paysandbox.adapters.error.RateLimited;
import kz.paysandbox.adapters.error.Rejected;

/** Everything that the sandbox can be told to do to a call, and what a client must make of it. */
enum Trouble {
    BUSY("{'statusCode':-999}", Rejected.class, Truth.NOT_APPLIED, "kaspi"),
    STRANGE_CODE("{'statusCode':-770077}", Rejected.class, Truth.NOT_APPLIED, "kaspi"),
    UNKNOWN_TILL("{'statusCode':-1501}", Rejected.class, Truth.REFUSED, "kaspi"),
    NO_CERTIFICATE("{'statusCode':-10000}", AuthenticationFailed.class, Truth.REFUSED, "kaspi"),
    DECLINED("{'reasonCode':484}", Rejected.class, Truth.REFUSED, "epay"),
    SETTLES_NOTHING("{'reasonCode':454}", Rejected.class, Truth.NOT_APPLIED, "epay"),
    SYSTEM_ERROR("{'reasonCode':456}", Rejected.class, Truth.NOT_APPLIED, "epay"),
    HTTP_302("{'http':302}", ProtocolViolation.class, Truth.NOT_APPLIED, ""),
    HTTP_400("{'http':400}", ProtocolViolation.class, Truth.NOT_APPLIED, ""),
    HTTP_403("{'http':403}", AuthenticationFailed.class, Truth.REFUSED, ""),
    HTTP_404("{'http':404}", ProtocolViolation.class, Truth.REFUSED, ""),
    HTTP_429("{'http':429}", RateLimited.class, Truth.REFUSED, ""),
    HTTP_500("{'http':500}", OutcomeUnknown.class, Truth.NOT_APPLIED, ""),
    HTTP_503("{'http':503}", OutcomeUnknown.class, Truth.NOT_APPLIED, ""),
    NEVER_ARRIVES("{'drop':'before'}", OutcomeUnknown.class, Truth.NOT_APPLIED, ""),
    ANSWER_LOST("{'drop':'after'}", OutcomeUnknown.class, Truth.APPLIED, ""),
    RESET("{'reset':true}", OutcomeUnknown.class, Truth.APPLIED, ""),
    TRUNCATED("{'body':'truncated'}", OutcomeUnknown.class, Truth.APPLIED, ""),
    MALFORMED("{'body':'malformed'}", ProtocolViolation.class, Truth.APPLIED, ""),
    EMPTY("{'body':'empty'}", ProtocolViolation.class, Truth.APPLIED, ""),
    HTML("{'body':'html'}", ProtocolViolation.class, Truth.APPLIED, ""),
    DRIPPING("{'slow':{'bytesPerSecond':2}}", OutcomeUnknown.class, Truth.APPLIED, ""),
    TOO_LATE("{'delay':'PT3S'}", OutcomeUnknown.class, Truth.APPLIED, ""),
    NO_HANDSHAKE("{'handshake':'refuse'}", ConnectionFailed.class, Truth.REFUSED, "");

    /** What becomes of the money at the bank, and whether its answer says so. */
    enum Truth {
        /** Not applied, and the client hears it. */
        REFUSED,
        /** Not applied, and the client must find out. */
        NOT_APPLIED,
        /** Applied, and the client must find out. */
        APPLIED
    }

    final String then;
    final Class<? extends PaymentException> failure;
    final Truth truth;
    private final String bank;

    Trouble(String then, Class<? extends PaymentException> failure, Truth truth, String bank) {
        this.then = then;
        this.failure = failure;
        this.truth = truth;
        this.bank = bank;
    }

    boolean at(String endpoint) {
        return bank.isEmpty() || bank.equals("epay") == endpoint.startsWith("epay");
    }

    /** A refused handshake sees no request yet, so it is asked for by listener. */
    String where(String endpoint) {
        return this == NO_HANDSHAKE ? endpoint.substring(0, endpoint.indexOf(' ')) + " *" : endpoint;
    }
}
