package kz.paysandbox.emulator.epay.call;

import static kz.paysandbox.emulator.core.settings.Evidence.ASSUMED;
import static kz.paysandbox.emulator.core.settings.Evidence.DOCUMENTED;
import static kz.paysandbox.emulator.core.settings.Evidence.OURS;
import static kz.paysandbox.emulator.core.settings.Evidence.SEEN;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.DURATION;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.DURATIONS;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.NUMBER;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.epay.domain.codes.Reason;

/** Every switch of the ePay half: where the bank's pages differ, and what is only assumed. */
public final class EpaySettings {

    static final String EXPIRES_IN = "epay.expires-in";
    static final String TOKEN_LIFE = "epay.token-life";
    static final String PASSWORD_TOKEN_LIFE = "epay.token-life.password";
    static final String UNAUTHORIZED = "epay.unauthorized";
    static final String BODY_ENCODING = "epay.body-encoding";
    static final String INVOICE_FIELD = "epay.cryptopay.invoice-field";
    static final String ERROR_MESSAGE = "epay.error-message";
    static final String OPERATION_BODY = "epay.operation-body";
    static final String STATUS_CODES = "epay.status.result-code";
    static final String STATUS_HTTP = "epay.status.http";
    static final String NO_CARDS_HTTP = "epay.no-cards.http";
    static final String PARTIAL_REFUND = "epay.partial-refund-status";
    static final String PENDING_REASON = "epay.status.pending-reason-code";
    static final String AMOUNTS = "epay.amounts";
    static final String CORS = "epay.cors";
    static final String CONFIRM = "epay.confirm";
    static final String HOLD_LIFE = "epay.hold-life";
    static final String CHALLENGE_LIFE = "epay.3ds-life";
    static final String LEAST_REFUND = "epay.refund.least";
    static final String REFUND_WINDOW = "epay.refund.window";
    static final String REFUND_REST = "epay.refund.rest";
    static final String TOKEN_MISMATCH = "epay.token.mismatch";
    static final String TERMINAL_MISMATCH = "epay.terminal.mismatch";
    static final String SAVED_CARD_TERMINAL = "epay.saved-card.terminal";
    static final String SAME_EXTERNAL_ID = "epay.refund.same-external-id";
    static final String UNKNOWN_CARD = "epay.unknown-card";
    static final String SAVED_CARD_3DS = "epay.saved-card-3ds";
    static final String CALLBACK_TIMEOUT = "epay.callback.timeout";
    static final String CALLBACK_RETRIES = "epay.callback.retries";
    static final String CALLBACK_ACKNOWLEDGED = "epay.callback.acknowledged-by";
    static final String CALLBACK_TRANSACTION_ID = "epay.callback.transaction-id";
    static final String PUBLIC_URL = "epay.public-url";

    private EpaySettings() {}

    /** The table, switches first, then the codes that are assumed for a meaning. */
    public static List<Setting> all() {
        Stream<Setting> codes = Arrays.stream(Reason.values())
                .filter(Reason::isAssumed)
                .map(reason -> Setting.of(
                        ASSUMED,
                        NUMBER,
                        reason.setting(),
                        String.valueOf(reason.code()),
                        "Code for " + reason.about()));
        return Stream.of(answers(), rules(), callbacks(), codes)
                .flatMap(part -> part)
                .toList();
    }

    // spotless:off
    private static Stream<Setting> answers() {
        return Stream.of(
                Setting.choice(DOCUMENTED, EXPIRES_IN, "expires_in of a token: number, as most pages print it (7200, 43199) and two clients read it; string, as the QR and invoice pages print it (\"1200\", \"900\") and the bank's SDK, its widget and a client in production read it", "number", "string"),
                Setting.of(DOCUMENTED, DURATION, TOKEN_LIFE, "PT2H", "How long a token lives (authorisation page: 7200 seconds)"),
                Setting.of(DOCUMENTED, DURATION, PASSWORD_TOKEN_LIFE, "PT11H59M59S", "How long a token of the password grant lives (authorisation page: 43199 seconds)"),
                Setting.choice(ASSUMED, UNAUTHORIZED, "Body of a call with no, an unknown or an expired token (HTTP 401), or with a scope too small (403): error and error_description, or code and message", "oauth", "code"),
                Setting.choice(ASSUMED, BODY_ENCODING, "A JSON body in UTF-16 or UTF-32, or with a byte order mark: read, with a finding, or refused as one that cannot be read", "any", "utf-8"),
                Setting.choice(SEEN, INVOICE_FIELD, "Name of the invoice's number in the answer of cryptopay and cards/auth", "invoiceID", "invoiceId", "both"),
                Setting.choice(DOCUMENTED, ERROR_MESSAGE, "message of a refusal: a text, or empty as the operation pages print it", "text", "empty"),
                Setting.choice(ASSUMED, OPERATION_BODY, "Body of a successful charge, cancel or refund: code 0 with a message, or empty", "code", "empty"),
                Setting.choice(ASSUMED, STATUS_CODES, "resultCode of a known transaction: 101 for REJECT and FAILED, 107 for NEW, 3D and FINGERPRINT, else 100; or always 100", "by-status", "always-100"),
                Setting.choice(ASSUMED, STATUS_HTTP, "HTTP status of a status answer without transaction", "200", "400"),
                Setting.choice(ASSUMED, NO_CARDS_HTTP, "HTTP status of the answer for an account without saved cards (code 1373)", "200", "400", "404"),
                Setting.choice(ASSUMED, PARTIAL_REFUND, "statusName after a partial refund", "CHARGE", "REFUND"),
                Setting.choice(ASSUMED, PENDING_REASON, "reasonCode in the status of a transaction that is not decided yet (NEW, 3D): empty, or 00 as that of a granted one", "empty", "00"),
                Setting.choice(DOCUMENTED, AMOUNTS, "Amounts in answers and callbacks: plain, without zeros at their end (1500, 1500.5; the pages print 12.22, 10 and 4), or always with two decimals (1500.00)", "plain", "two-decimals"),
                Setting.choice(SEEN, CORS, "Which answers a page of another origin may read, errors and preflights included: api (all but the pages' own), token (/oauth2/token alone, which the bank's npm widget and three browser clients fetch), or off", "api", "token", "off"),
                Setting.choice(SEEN, CONFIRM, "Answer of payment/confirm: a redirect to the shop's link, or the payment as JSON", "redirect", "json"),
                Setting.of(OURS, TEXT, PUBLIC_URL, "", "Where callers reach the ePay listener, as https://pay.example:8546, for links in answers; empty: as the request's Host says"));
    }

    private static Stream<Setting> rules() {
        return Stream.of(
                Setting.of(ASSUMED, DURATION, HOLD_LIFE, "P7D", "How long blocked money waits for a charge before it becomes CANCEL_OLD"),
                Setting.of(ASSUMED, DURATION, CHALLENGE_LIFE, "PT10M", "How long 3-D Secure waits for the customer before the payment becomes FAILED"),
                Setting.of(DOCUMENTED, NUMBER, LEAST_REFUND, "10", "The smallest refund in tenge (refund page)"),
                Setting.of(ASSUMED, DURATION, REFUND_WINDOW, "PT0S", "How long after the charge money can go back; PT0S: always"),
                Setting.choice(ASSUMED, REFUND_REST, "A refund of all that is left where that is less than epay.refund.least: refused, as the refund page names no exception, or refunded", "refused", "refunded"),
                Setting.choice(ASSUMED, TOKEN_MISMATCH, "A payment whose invoiceId, amount or currency is not its token's: refused (epay.code.invoice, epay.code.amount), or paid as the payment says", "refused", "paid"),
                Setting.choice(ASSUMED, TERMINAL_MISMATCH, "A payment whose terminal, or whose token's, is not this client's: refused (epay.code.terminal), or paid at the client's own", "refused", "paid"),
                Setting.choice(ASSUMED, SAVED_CARD_TERMINAL, "terminalId of cards/auth: required, or optional", "required", "optional"),
                Setting.choice(ASSUMED, SAME_EXTERNAL_ID, "A second refund of a payment with the same externalID: refused, answered as the first with nothing moved, or applied", "refused", "same-answer", "applied"),
                Setting.choice(ASSUMED, UNKNOWN_CARD, "A well-formed card number that is no test card: declined, or paid", "declined", "paid"),
                Setting.choice(ASSUMED, SAVED_CARD_3DS, "3-D Secure for a saved card that asks for it", "off", "on"));
    }

    private static Stream<Setting> callbacks() {
        return Stream.of(
                Setting.of(ASSUMED, DURATION, CALLBACK_TIMEOUT, "PT10S", "Real time that a merchant has to answer a callback"),
                Setting.of(ASSUMED, DURATIONS, CALLBACK_RETRIES, "PT1M,PT5M,PT15M,PT1H,PT6H", "Gaps after which a callback that was not acknowledged is tried again"),
                Setting.choice(ASSUMED, CALLBACK_ACKNOWLEDGED, "HTTP statuses that acknowledge a callback; redirects are never followed", "2xx", "200"),
                Setting.choice(SEEN, CALLBACK_TRANSACTION_ID, "transactionId in callbacks, a copy of id that only some integration descriptions name", "off", "on"));
    }
    // spotless:on
}
