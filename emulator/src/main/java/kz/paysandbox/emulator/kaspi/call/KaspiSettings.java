package kz.paysandbox.emulator.kaspi.call;

import static kz.paysandbox.emulator.core.settings.Evidence.ASSUMED;
import static kz.paysandbox.emulator.core.settings.Evidence.DOCUMENTED;
import static kz.paysandbox.emulator.core.settings.Evidence.OURS;
import static kz.paysandbox.emulator.core.settings.Evidence.SEEN;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.COUNT;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.DURATION;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.LIST;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.NUMBER;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.OBJECTS;
import static kz.paysandbox.emulator.core.settings.Setting.Kind.TEXT;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;

/** Every switch of the Kaspi half: what was seen beside the document, and what is only assumed. */
public final class KaspiSettings {

    static final String ENVELOPE = "kaspi.envelope";
    static final String ERROR_MESSAGE = "kaspi.error-message";
    static final String EXPIRE_DATE = "kaspi.expire-date";
    static final String TRANSACTION_DATE = "kaspi.transaction-date";
    static final String RETURN_CODE_USES = "kaspi.return-qr.uses";
    static final String RETURN_CODE_AFTER = "kaspi.return-qr.after-return";
    public static final String API_KEY = "kaspi.api-key";
    static final String ORGANIZATIONS = "kaspi.organizations";
    static final String NO_CERTIFICATE = "kaspi.no-certificate";
    static final String BAD_KEY = "kaspi.bad-api-key";
    static final String FOREIGN_IP = "kaspi.foreign-ip";
    static final String MALFORMED = "kaspi.malformed";
    static final String BODY_ENCODING = "kaspi.body-encoding";
    static final String UNKNOWN_ROUTE = "kaspi.unknown-route";
    static final String WRONG_METHOD = "kaspi.wrong-method";
    static final String TOO_LARGE = "kaspi.too-large";
    static final String REMOTE_POLLING = "kaspi.remote-polling";
    static final String REMOTE_POLLS = "kaspi.remote-polling.per-minute";
    static final String REMOTE_LIFE = "kaspi.remote-life";
    static final String MAX_AMOUNT = "kaspi.max-amount";
    static final String LOOKUPS = "kaspi.client-info.per-minute";
    public static final String R3_ALLOW = "kaspi.r3.allow";

    private KaspiSettings() {}

    /** BINs of the organisations that every world has. */
    public static List<String> bins(Settings settings) {
        Stream<String> added = OrganizationReader.ofSetting(settings.text(ORGANIZATIONS)).value().stream()
                .flatMap(List::stream)
                .map(one -> one.organization().bin());
        return Stream.concat(KaspiWorld.BINS.stream(), added).toList();
    }

    /** What is wrong with values that are of the right kind and yet cannot be used. */
    public static Optional<String> problem(Settings settings) {
        if (!KaspiWorld.isApiKey(settings.text(API_KEY))) {
            return Optional.of(API_KEY + " must be " + KaspiWorld.API_KEY_WORDS);
        }
        return OrganizationReader.ofSetting(settings.text(ORGANIZATIONS))
                .refusal()
                .map(problem -> ORGANIZATIONS + ": " + problem);
    }

    /** The table, switches first, then the codes that are assumed for a meaning. */
    public static List<Setting> all() {
        Stream<Setting> codes = Arrays.stream(Reason.values())
                .filter(Reason::isAssumed)
                .map(reason -> Setting.of(
                        ASSUMED,
                        NUMBER,
                        reason.setting(),
                        String.valueOf(reason.code().code()),
                        "StatusCode for " + reason.about()));
        return Stream.concat(switches(), codes).toList();
    }

    private static Stream<Setting> switches() {
        return Stream.of(
                Setting.of(
                        OURS,
                        TEXT,
                        API_KEY,
                        KaspiWorld.MAIN_API_KEY,
                        "Api-Key of r1 in the default world, for clients that have one built in"),
                Setting.of(
                        OURS,
                        OBJECTS,
                        ORGANIZATIONS,
                        "",
                        "Organisations of every world beside the sandbox's own: a list of"
                                + " {\"bin\",\"name\",\"tradePoints\":[{\"id\",\"name\"}]}, in sandbox.yaml as YAML, elsewhere as JSON"),
                Setting.choice(
                        SEEN,
                        ENVELOPE,
                        "Envelope of answers: Data before StatusCode and no Message on success,"
                                + " as seen live; or StatusCode, Message, Data as printed",
                        "live",
                        "document"),
                Setting.choice(
                        SEEN,
                        ERROR_MESSAGE,
                        "Message of a refusal: the document's text, or empty as seen once",
                        "text",
                        "empty"),
                Setting.choice(
                        SEEN,
                        EXPIRE_DATE,
                        "ExpireDate: milliseconds and +05:00 as seen live, or the document's" + " +05",
                        "live",
                        "document"),
                Setting.choice(
                        ASSUMED,
                        TRANSACTION_DATE,
                        "TransactionDate: as ExpireDate; or as the document prints it in each answer, seven digits"
                                + " without offset in return/operations, a day of one digit in payment/details;"
                                + " or without offset in both",
                        "live",
                        "document",
                        "without-offset"),
                Setting.choice(
                        ASSUMED,
                        RETURN_CODE_USES,
                        "How many returns a scanned return QR serves. The document does not say; 3.4 creates one"
                                + " return operation with each code, so a loop over the code cannot drain a purchase",
                        "once",
                        "any"),
                Setting.choice(
                        ASSUMED,
                        RETURN_CODE_AFTER,
                        "return/status after a return by the code: CustomerIdentityObtained, which Annex 5 calls"
                                + " final; or Error, the last step of the life cycle in 3.4.2, which Annex 5 calls a failure",
                        "identity-obtained",
                        "error"),
                Setting.choice(
                        ASSUMED,
                        NO_CERTIFICATE,
                        "A call to r2 or r3 without a client certificate: StatusCode"
                                + " -10000 as listed, or a failed handshake",
                        "status-code",
                        "handshake"),
                Setting.choice(
                        ASSUMED,
                        BAD_KEY,
                        "A call to r1 with a missing or unknown Api-Key: StatusCode -10000, or" + " HTTP 401",
                        "status-code",
                        "http-401"),
                Setting.choice(
                        ASSUMED,
                        FOREIGN_IP,
                        "A call to r3 from an address that is not allowed: HTTP 403 with an"
                                + " empty body, or StatusCode -10000",
                        "http-403",
                        "status-code"),
                Setting.choice(
                        ASSUMED,
                        MALFORMED,
                        "A request that cannot be read: HTTP 400 with an envelope, or HTTP" + " 200 with it",
                        "http-400",
                        "http-200"),
                Setting.choice(
                        ASSUMED,
                        BODY_ENCODING,
                        "A JSON body in UTF-16 or UTF-32, or with a byte order mark: read, with a finding, or refused as"
                                + " one that cannot be read",
                        "any",
                        "utf-8"),
                Setting.choice(
                        ASSUMED,
                        UNKNOWN_ROUTE,
                        "An unknown path: HTTP 404 with an empty body, or with an" + " envelope",
                        "empty",
                        "envelope"),
                Setting.choice(
                        ASSUMED,
                        WRONG_METHOD,
                        "A known path with another method: HTTP 405, or 404",
                        "http-405",
                        "http-404"),
                Setting.choice(
                        ASSUMED,
                        TOO_LARGE,
                        "A body beyond limits.body: HTTP 413 with an envelope, or HTTP 400",
                        "http-413",
                        "http-400"),
                Setting.choice(
                        SEEN,
                        REMOTE_POLLING,
                        "Status polling of a remote invoice faster than any person, which"
                                + " 4.6 forbids: a finding, or HTTP 429",
                        "finding",
                        "repel"),
                Setting.of(
                        ASSUMED,
                        COUNT,
                        REMOTE_POLLS,
                        "10",
                        "Status calls a minute for one remote invoice that" + " still count as somebody's act"),
                Setting.of(
                        DOCUMENTED,
                        DURATION,
                        REMOTE_LIFE,
                        "PT24H",
                        "How long a remote invoice can be paid (4.6);" + " that it then becomes Error is assumed"),
                Setting.of(
                        ASSUMED,
                        COUNT,
                        MAX_AMOUNT,
                        "100000000",
                        "The largest amount of one payment in tenge;" + " above it the amount is wrong"),
                Setting.of(DOCUMENTED, COUNT, LOOKUPS, "50", "client-info calls of one device in a minute (4.6.1)"),
                Setting.of(
                        ASSUMED,
                        LIST,
                        R3_ALLOW,
                        "127.0.0.1,::1",
                        "Addresses that may call r3, or ranges of them as 172.16.0.0/12; an organisation can have its own"));
    }
}
