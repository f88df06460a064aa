package kz.paysandbox.emulator.epay.rules;

import java.util.Optional;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding.Severity;
import kz.paysandbox.emulator.core.journal.Situation;

/** Rules of Halyk ePay's pages whose breach can be seen; "we assume" where the pages do not say it in so many words. */
public enum EpayClause implements Clause {
    // spotless:off
    TOKEN_REUSED(
            "epay.token.reused",
            Severity.NOTE,
            EpaySituation.SECOND_OPERATION,
            "authorisation page: for each operation you must get and use an original token",
            "a token used for a second payment, charge, cancel or refund; statuses, lists, invoice links and cards that are deactivated don't count"),
    TOKEN_TOO_OFTEN(
            "epay.token.too-often",
            Severity.NOTE,
            EpaySituation.TOKEN,
            "authorisation page: for each operation you must get and use an original token",
            "the third living token for one invoice, or the twentieth without one, while none of those before was used; two are left to customers who reload a page"),
    TOKEN_EXPIRED(
            "epay.token.expired",
            Severity.NOTE,
            EpaySituation.TOKEN_RENEWED,
            "authorisation page: a token lives for expires_in seconds",
            "a call with a token whose time is over by the world's clock"),
    TOKEN_JSON_BODY(
            "epay.token.json-body",
            Severity.NOTE,
            EpaySituation.TOKEN,
            "authorisation page: the body is form-data",
            "a token asked for with a JSON body"),
    TOKEN_UNBOUND(
            "epay.token.unbound",
            Severity.NOTE,
            EpaySituation.PAYMENT,
            "payment page: the token is asked for with invoiceID, amount, currency and terminal",
            "a payment with a token that names no invoice"),
    TOKEN_MISMATCH(
            "epay.token.mismatch",
            Severity.WARNING,
            EpaySituation.BOUND_PAYMENT,
            "payment page: the token is asked for with the payment's invoiceID, amount and currency",
            "a payment that differs from its token in one of them; that the bank refuses it is assumed"),
    SCOPE_MISSING(
            "epay.scope.missing",
            Severity.NOTE,
            EpaySituation.TOKEN,
            "authorisation page: scope is sent",
            "a token asked for without scope"),
    TERMINAL_FOREIGN(
            "epay.terminal.foreign",
            Severity.WARNING,
            EpaySituation.PAYMENT,
            "payment and status pages: terminal is the client's own (resultCode 106, 109)",
            "a payment or a status whose terminal is not this client's"),
    INVOICE_FORMAT(
            "epay.invoice.format",
            Severity.WARNING,
            EpaySituation.PAYMENT,
            "payment page: invoiceId has 6 to 15 digits",
            "an invoiceId of another form, in a token, a payment or an invoice link; the bank refuses it"),
    INVOICE_LAST6(
            "epay.invoice.last6",
            Severity.NOTE,
            EpaySituation.SECOND_PAYMENT,
            "payment page: an invoiceId longer than 6 digits is also unique by its last 6",
            "an invoiceId that ends like an earlier one of the shop"),
    INVOICE_REPEATED(
            "epay.invoice.repeated",
            Severity.WARNING,
            EpaySituation.SECOND_PAYMENT,
            "payment page: invoiceId is unique",
            "a payment of an invoiceId that is paid or being paid; what failed may be tried again, we assume"),
    FIELD_MISSING(
            "epay.field.missing",
            Severity.NOTE,
            EpaySituation.CRYPTOGRAM_PAYMENT,
            "payment page: name and description are required",
            "a payment by cryptogram without one of them"),
    CALL_UNKNOWN(
            "epay.call.unknown",
            Severity.WARNING,
            EpaySituation.CALL,
            "all pages: addresses and HTTP methods are those of the pages",
            "a call to an address near one of the pages', as with a doubled slash, or with another HTTP method; addresses that are near none are not blamed, for browsers ask for such"),
    KEY_SPELLING(
            "epay.key.spelling",
            Severity.NOTE,
            EpaySituation.BODY,
            "all pages: names of fields as on the method's page",
            "a name in another case; spellings that the pages print beside each other are none"),
    KEY_UNKNOWN(
            "epay.key.unknown",
            Severity.WARNING,
            EpaySituation.BODY,
            "all pages: fields and parameters are those of the method's page",
            "a name in a body, in an object within it or in a query that the method's page does not list, so that its value is lost; what clients in production are known to send beside them is none; auth, data, applePay and masterpass may hold anything, and lists are not looked into"),
    KEY_REPEATED(
            "epay.key.repeated",
            Severity.WARNING,
            EpaySituation.BODY,
            "all pages: a field stands once in a body",
            "one name twice in a JSON body, a form or a query, in whatever case; the last one counts here, and the bank may take the first"),
    VALUE_TYPE(
            "epay.value.type",
            Severity.NOTE,
            EpaySituation.BODY,
            "all pages: types of fields as on the method's page",
            "a number sent as a string, or the other way round"),
    VALUE_BLANKS(
            "epay.value.blanks",
            Severity.WARNING,
            EpaySituation.TOKEN,
            "all pages: values are sent as they were given or agreed",
            "a value, or a whole form, with blanks or line breaks around it, as client_secret=...%0A; they are taken off here, and the bank may not do so; description, name, data, address and comment may have them"),
    BODY_ENCODING(
            "epay.body.encoding",
            Severity.WARNING,
            EpaySituation.BODY,
            "all pages: bodies are JSON; between systems that is UTF-8 without a byte order mark (RFC 8259, section 8.1)",
            "a JSON body in UTF-16 or UTF-32, or with a byte order mark, which is read here; a Content-Type that names another charset; a JSON body in windows-1251, which is refused; a form with bytes that are no UTF-8"),
    CONTENT_TYPE(
            "epay.content-type",
            Severity.NOTE,
            EpaySituation.JSON_BODY,
            "payment, charge and invoice pages: the body is JSON (Content-Type: application/json)",
            "a body of theirs with another Content-Type, or none"),
    CURRENCY(
            "epay.currency",
            Severity.WARNING,
            EpaySituation.PAYMENT,
            "payment page: currency is KZT, or USD; an amount of 0 is a card verification in USD",
            "a payment in another currency, or of 0 in KZT"),
    DESCRIPTION_TOO_LONG(
            "epay.description.too-long",
            Severity.WARNING,
            EpaySituation.DESCRIBED_PAYMENT,
            "payment page and code 3298: description has at most 125 bytes",
            "a longer one, counted in UTF-8: Cyrillic letters have two bytes each"),
    NAME_NOT_LATIN(
            "epay.name.not-latin",
            Severity.NOTE,
            EpaySituation.NAMED_PAYMENT,
            "widget page: name is in Latin letters",
            "a cardholder's name with other letters"),
    CARD_IN_CLEAR(
            "epay.card.in-clear",
            Severity.ERROR,
            EpaySituation.PAYMENT,
            "cryptogram page: card data travels in the cryptogram alone (PCI DSS)",
            "a field named hpan, pan, cardNumber, expDate, cvc, cvv or cvv2 beside a cryptogram or in its place; only names are looked at"),
    STATUS_WITHOUT_TERMINAL(
            "epay.status.no-terminal",
            Severity.NOTE,
            EpaySituation.STATUS,
            "status page: the token is asked for with terminal (resultCode 104)",
            "a status asked for with a token that names none"),
    OPERATION_WRONG_STATE(
            "epay.operation.wrong-state",
            Severity.WARNING,
            EpaySituation.OPERATION,
            "charge and cancel pages: only AUTH; refund page: only CHARGE",
            "a charge, cancel or refund of a transaction in another status"),
    RESULT_CODE_ALONE(
            "epay.status.result-code-alone",
            Severity.NOTE,
            EpaySituation.STATUS_OF_ANOTHER_KIND,
            "status page: resultCode 100 says that the question was answered; statusName says what became of the payment",
            "a charge, cancel or refund that the last status answer ruled out by its statusName, under resultCode 100; a weak sign, and a shop that hands out goods on resultCode 100 is not seen at all"),
    CHARGE_AMOUNTS_DIFFER(
            "epay.charge.amounts-differ",
            Severity.WARNING,
            EpaySituation.CHARGE,
            "charge page: amount in the query and in the body are both allowed if they are identical",
            "a charge with two different amounts"),
    REFUND_AMOUNT_IN_BODY(
            "epay.refund.amount-in-body",
            Severity.NOTE,
            EpaySituation.REFUND_OF_AMOUNT,
            "refund page: amount and externalID stand in the query",
            "a refund whose amount stands in the body, which clients in production do"),
    REFUND_BELOW_MINIMUM(
            "epay.refund.below-minimum",
            Severity.WARNING,
            EpaySituation.REFUND,
            "refund page: at least 10 KZT",
            "a refund of less, asked for or left"),
    REFUND_BLIND_RETRY(
            "epay.refund.blind-retry",
            Severity.ERROR,
            EpaySituation.REFUNDED_IN_DOUBT,
            "refund page: externalID names a refund; status page: what became of a transaction can be asked for",
            "a refund of the same amount without externalID within 10 minutes of one that was applied, no status asked for in between; a warning where the second was refused; two equal parts on purpose look the same from here"),
    OUTCOME_UNASKED(
            "epay.outcome.unasked",
            Severity.WARNING,
            EpaySituation.DECIDED_ON_PAGE,
            "payment and status pages: the outcome is told to postLink, and can be asked for",
            "a payment decided on the payment page without a postLink (failurePostLink) for its outcome, whose status was not asked for within 10 minutes of the world's clock; the customer's browser alone then tells the shop, and what the shop makes of that is not seen"),
    CALLBACK_UNREACHABLE(
            "epay.callback.unreachable",
            Severity.NOTE,
            EpaySituation.POST_LINK,
            "payment page: postLink is called by the bank's server",
            "a postLink or failurePostLink, in a token, a payment or an invoice link, that works here and that no bank could call: plain http, or a host of this machine or of a private network; names are not resolved"),
    CALLBACK_NOT_ACKNOWLEDGED(
            "epay.callback.not-acknowledged",
            Severity.WARNING,
            EpaySituation.DELIVERY,
            "payment page: the shop's server answers the postLink call; with 2xx in time, we assume",
            "a callback's first delivery that was not answered, or not as epay.callback.acknowledged-by wants it; once for each callback"),
    CALLBACK_COPY_REFUSED(
            "epay.callback.copy-refused",
            Severity.NOTE,
            EpaySituation.REPEATED_DELIVERY,
            "payment page: the shop's server answers the postLink call; each time it is made, we assume",
            "a further delivery of a callback that was acknowledged before, and now is not; the bank would go on delivering it"),
    CALLBACK_ACTED_TWICE(
            "epay.callback.acted-twice",
            Severity.WARNING,
            EpaySituation.REPEATED_DELIVERY,
            "payment page: postLink tells of one payment by its id and invoiceId, however often, we assume",
            "the same charge, cancel or refund applied twice within 10 minutes, without externalID and without asking for the status in between, for a transaction whose callback was delivered at least twice; whether the copy was the reason, and goods that went out twice, are not seen");
    // spotless:on

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts
    private final Words words;

    private final EpaySituation situation;

    EpayClause(String rule, Severity severity, EpaySituation situation, String text, String seen) {
        this.words = new Words(rule, severity, text, seen);
        this.situation = situation;
    }

    @Override
    public Words words() {
        return words;
    }

    @Override
    public Optional<Situation> situation() {
        return Optional.of(situation);
    }
}
