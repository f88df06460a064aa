package kz.paysandbox.emulator.epay.wire;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.fields.KnownNames;

/**
 * The names of fields and parameters on each method's page. Bodies are read whatever the case of their names; queries are
 * not.
 *
 * @param body fields of JSON and of forms
 * @param query parameters of the address
 * @param place how a finding calls what holds the fields
 */
public record RequestNames(KnownNames body, KnownNames query, String place) {

    private static final String BODY = "the body";

    /** Spellings that the pages themselves print beside each other. */
    private static final Set<String> ALSO_PRINTED = Set.of(
            "invoiceId", "invoiceID", "InvoiceID", "terminalId", "terminalID", "accountId", "accountID", "cardsave");

    /** May hold anything: a token's whole answer, the merchant's own data, what other payment systems made. */
    private static final Set<String> OPEN = Set.of("auth", "data", "applePay", "masterpass");

    /** Card data that does not belong there has a rule of its own, epay.card.in-clear. */
    private static final List<String> CARD = List.of("hpan", "pan", "cardNumber", "expDate", "cvc", "cvv", "cvv2");

    private static final List<String> TOKEN = List.of(
            "grant_type",
            "scope",
            "client_id",
            "client_secret",
            "username",
            "password",
            "refresh_token",
            "invoiceID",
            "amount",
            "currency",
            "terminal",
            "secret_hash",
            "postLink",
            "failurePostLink");

    private static final List<String> ORDER = List.of(
            "amount",
            "currency",
            "name",
            "invoiceId",
            "invoiceIdAlt",
            "description",
            "accountId",
            "email",
            "phone",
            "backLink",
            "failureBackLink",
            "postLink",
            "failurePostLink",
            "language",
            "cardSave",
            "recurrent",
            "data",
            "paymentType");

    /** Cryptogram begins with a Cyrillic letter in the field table and in the bank's SDK, with a Latin one elsewhere. */
    private static final List<String> CRYPTOGRAM = List.of(
            "cryptogram",
            "\u0441ryptogram",
            "terminalId",
            "useBonus",
            "not3d",
            "osuvoxCardId",
            "applePay",
            "masterpass",
            "cryptogramApplePay",
            "cryptogramGooglePay",
            "eci");

    private static final List<String> INVOICE = List.of(
            "shop_id",
            "account_id",
            "invoice_id",
            "amount",
            "language",
            "description",
            "expire_period",
            "recipient_contact",
            "recipient_contact_sms",
            "notifier_contact_sms",
            "currency",
            "post_link",
            "failure_post_link",
            "back_link",
            "failure_back_link");

    /** What a shop gives to the widget (widget page and the bank's wrapper of it). */
    private static final List<String> WIDGET = List.of("terminal", "auth", "autoBackLink", "homebankToken");

    /** Where the customer sits, which some clients in production tell the widget. */
    private static final List<String> PLACE =
            List.of("ip", "ipCountry", "ipCity", "ipRegion", "ipDistrict", "ipLatitude", "ipLongitude");

    /** What the bank's script puts into the page's address (public copies of it). */
    private static final List<String> ADDRESS = List.of("params", "oid", "isShortForm", "isTransfer", "isAFT", "isOCT");

    /** Of the authorisation page. */
    public static final RequestNames TOKEN_REQUEST = body(TOKEN, List.of("terminalId"));

    /** Of the payment page. */
    public static final RequestNames PAYMENT_OBJECT =
            page(all(ORDER, WIDGET), all(all(CARD, PLACE), List.of("terminalId", "cardId", "timestamp")));

    private static final Map<String, RequestNames> BY_ROW = Map.ofEntries(
            entry("epay payment cryptopay", body(all(ORDER, CRYPTOGRAM), all(CARD, List.of("terminal")))),
            entry(
                    "epay payments cards auth",
                    body(all(ORDER, List.of("terminalId", "cardId", "cardId.id")), all(CARD, List.of("terminal")))),
            entry("epay payment confirm", body(List.of("ID", "PaRes", "MD"), List.of("TermUrl"))),
            entry("epay cards", body(List.of(), List.of())),
            entry("epay card deactivate", body(List.of(), List.of())),
            entry("epay operation charge", both(List.of("amount"))),
            entry("epay operation cancel", body(List.of(), List.of())),
            entry("epay operation refund", both(List.of("amount", "externalID"))),
            entry("epay check-status payment transaction", body(List.of(), List.of())),
            entry("epay check-status payment transactionId", body(List.of(), List.of())),
            entry("epay operation", body(List.of(), List.of())),
            entry("epay invoice", body(INVOICE, List.of())));

    /** Those of a row that the edge judges, by its id; none for pages, and for what is left out. */
    public static Optional<RequestNames> of(String row) {
        return Optional.ofNullable(BY_ROW.get(row));
    }

    private static RequestNames body(List<String> listed, List<String> alsoSent) {
        return new RequestNames(
                new KnownNames(listed, ALSO_PRINTED, Set.copyOf(alsoSent), OPEN, true), KnownNames.none(), BODY);
    }

    /** A payment page's object is posted by the script, or stands in the address, with its order number beside it. */
    private static RequestNames page(List<String> listed, List<String> alsoSent) {
        return new RequestNames(
                new KnownNames(listed, ALSO_PRINTED, Set.copyOf(alsoSent), OPEN, true),
                new KnownNames(ADDRESS, Set.of(), Set.of(), Set.of(), false),
                "the payment object");
    }

    private static RequestNames both(List<String> listed) {
        return new RequestNames(
                new KnownNames(listed, ALSO_PRINTED, Set.of(), OPEN, true),
                new KnownNames(listed, Set.of(), Set.of(), Set.of(), false),
                BODY);
    }

    private static List<String> all(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
