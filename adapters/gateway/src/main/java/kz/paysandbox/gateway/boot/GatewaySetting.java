package kz.paysandbox.gateway.boot;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every setting of the gateway; the banks' are {@code kz.paysandbox.adapters.Setting}. */
public enum GatewaySetting {
    LISTEN("listen", SettingKind.ADDRESS, "127.0.0.1:8550", "where shops reach the gateway"),
    PUBLIC_URL(
            "public-url", SettingKind.URL, "", "its address as customers and banks see it; by default the listener's"),
    TRUSTED_PROXIES(
            "trusted-proxies", SettingKind.NETWORKS, "", "addresses and ranges whose X-Forwarded-For is believed"),
    OPS_LISTEN(
            "ops.listen", SettingKind.ADDRESS, "", "a listener of its own for /metrics and /health, without a token"),
    DATA("data", SettingKind.PATH, ".gateway", "the folder of the H2 file, its key and the token's file"),
    DATABASE_URL(
            "database.url", SettingKind.TEXT, "", "JDBC of H2 or PostgreSQL; by default an H2 file in the data folder"),
    DATABASE_USER("database.user", SettingKind.TEXT, "", "user of the database"),
    DATABASE_PASSWORD("database.password", SettingKind.TEXT, "", "password of the database's user"),
    DATABASE_PASSWORD_FILE("database.password.file", SettingKind.PATH, "", "a file whose first line is the password"),
    DATABASE_CONNECTIONS("database.connections", SettingKind.NUMBER, "16", "connections at most"),
    DATABASE_KEY_FILE(
            "database.key.file",
            SettingKind.PATH,
            "",
            "keys that encrypt device tokens, cards and kept answers; for the H2 file database.key, made in the data folder"),
    ADMIN_TOKEN_FILE(
            "admin.token.file",
            SettingKind.PATH,
            "",
            "the first admin token; by default admin-token in the data folder"),
    ADMIN_ADDRESSES(
            "admin.allowed-addresses",
            SettingKind.NETWORKS,
            "",
            "who may call /admin; empty: everybody with the token"),
    CALLBACK_ADDRESSES(
            "callback.allowed-addresses", SettingKind.NETWORKS, "", "who may send callbacks; empty: everybody"),
    CORS_ORIGINS("cors.origins", SettingKind.ORIGINS, "", "origins of pages that may call the gateway"),
    IDEMPOTENCY_REQUIRED(
            "idempotency.required",
            SettingKind.FLAG,
            "false",
            "refuse calls that move money without an Idempotency-Key"),
    REMOTE_STATUS(
            "remote.status-per-minute",
            SettingKind.NUMBER,
            "4",
            "how often the bank is asked about one invoice, at most"),
    VERIFY_MIN_INTERVAL(
            "verify.min-interval", SettingKind.DURATION, "3s", "how often ePay is asked about one payment, at most"),
    REFUND_WINDOW("refund.window", SettingKind.DURATION, "180d", "how long a card payment can be refunded"),
    EPAY_LIFE("epay.life", SettingKind.DURATION, "2h", "how long a card payment waits for its customer"),
    EPAY_UNASKED(
            "epay.unasked",
            SettingKind.DURATIONS,
            "1m,5m,15m,1h",
            "when ePay is asked about a payment that nobody asks for"),
    EPAY_BACK_LINK(
            "epay.back-link", SettingKind.URL, "", "where a customer goes who has paid; by default /payment/success"),
    EPAY_FAILURE_BACK_LINK(
            "epay.failure-back-link", SettingKind.URL, "", "where one goes who has not; by default /payment/failure"),
    EPAY_POST_LINK(
            "epay.post-link", SettingKind.URL, "", "where ePay sends callbacks; by default /api/v1/payments/callback"),
    EXPIRY_EVERY(
            "expiry.every",
            SettingKind.DURATION,
            "5m",
            "how often work is looked for that lost its job, and calls in the journals that nobody ended"),
    RETRIES_EVERY("retries.every", SettingKind.DURATION, "2m", "how often stored callbacks are looked for"),
    RETRIES_AFTER(
            "retries.after",
            SettingKind.DURATIONS,
            "1m,5m,15m,1h,6h",
            "after which times callbacks, lost answers and webhooks are tried"),
    JOBS_THREADS(
            "jobs.threads",
            SettingKind.NUMBER,
            "16",
            "payments that one bank is asked about at once, in the background"),
    CODES_REFUSE(
            "codes.refuse",
            SettingKind.FLAG,
            "true",
            "whether any StatusCode of Kaspi's in the answer to a create means that nothing was opened; the document"
                    + " explains some of them only, and false leaves the others unknown"),
    SETTLE_ASSUME(
            "settle.assume",
            SettingKind.ASSUMPTIONS,
            "sole-operator,unchanged-books",
            "what is promised, so that the bank's books tell what became of a lost refund, withdrawal or operation with a card;"
                    + " none leaves what they do not prove to a person"),
    RECONCILIATION_CALLS(
            "reconciliation.calls-per-minute",
            SettingKind.NUMBER,
            "30",
            "how often the nightly comparison of an organisation's payments asks the bank, at most"),
    WEBHOOK_THREADS("webhook.threads", SettingKind.NUMBER, "4", "shops that are told at once"),
    WEBHOOK_TIMEOUT("webhook.timeout", SettingKind.DURATION, "10s", "how long a shop may take to answer"),
    WEBHOOK_PRIVATE(
            "webhook.allowed-networks",
            SettingKind.NETWORKS,
            "",
            "private addresses and ranges that webhooks may go to, by http as well"),
    STOP_AFTER("stop.after", SettingKind.DURATION, "2s", "how long /health/ready says 503 before a stop"),
    NODE(
            "node",
            SettingKind.TEXT,
            "",
            "this process's name among those of one database; by default made at each start");

    private static final String PREFIX = "kzpay.gateway.";

    private final String key;
    private final SettingKind kind;
    private final String usual;
    private final String meaning;

    GatewaySetting(String key, SettingKind kind, String usual, String meaning) {
        this.key = key;
        this.kind = kind;
        this.usual = usual;
        this.meaning = meaning;
    }

    /** The property's name, such as {@code kzpay.gateway.listen}. */
    public String property() {
        return PREFIX + key;
    }

    /** The environment variable's name, such as {@code KZPAY_GATEWAY_LISTEN}. */
    public String variable() {
        return property().replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    /** Its value where nothing is set; empty where there is none. */
    public String usual() {
        return usual;
    }

    /** What it is for. */
    public String meaning() {
        return meaning;
    }

    SettingKind kind() {
        return kind;
    }

    static boolean isNamed(String property) {
        return property.startsWith(PREFIX);
    }

    static Optional<GatewaySetting> ofProperty(String property) {
        return Arrays.stream(values())
                .filter(setting -> setting.property().equals(property))
                .findFirst();
    }

    static Optional<GatewaySetting> ofVariable(String variable) {
        return Arrays.stream(values())
                .filter(setting -> setting.variable().equals(variable))
                .findFirst();
    }
}
