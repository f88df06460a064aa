package kz.paysandbox.emulator.epay.call;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.epay.domain.EpayRules;
import kz.paysandbox.emulator.epay.domain.EpayRules.Repeat;
import kz.paysandbox.emulator.epay.domain.codes.Reason;

/**
 * The ePay half's settings, typed.
 *
 * @param codes the code of each reason
 * @param publicUrl where callers reach the listener, without a slash at its end; empty for what their Host header says
 */
public record EpayConfig(
        Level level,
        Form form,
        Lifetimes lives,
        Terms terms,
        EpayRules rules,
        CallbackTerms callbacks,
        Map<Reason, Integer> codes,
        String publicUrl) {

    private static final int MOST_TOKENS = 100_000;

    /** How answers are written and requests are read; each flag departs from the default. */
    public record Form(MessageForm messages, StatusForm statuses, Cors.Reach cors, boolean utf8Only) {}

    /** Answers other than statuses. */
    public record MessageForm(
            boolean expiresAsText,
            boolean unauthorizedAsCode,
            String invoiceField,
            boolean emptyErrors,
            boolean emptyOperations,
            boolean twoDecimals,
            boolean confirmAsJson) {}

    /**
     * Answers about statuses.
     *
     * @param http the HTTP status of an unknown payment's answer
     * @param noCardsHttp the HTTP status where there are no saved cards
     */
    public record StatusForm(
            boolean alwaysResult100, int http, int noCardsHttp, boolean partialIsRefund, boolean pendingAsGranted) {}

    /** What is asked of a payment beside the bank's rules for money; each flag departs from the default. */
    public record Terms(boolean otherThanToken, boolean otherTerminal, boolean savedCardWithoutTerminal) {}

    /** How long tokens live. */
    public record Lifetimes(Duration token, Duration passwordToken) {}

    /** How callbacks are delivered unless a world's policy says otherwise. */
    public record CallbackTerms(
            Duration timeout, List<Duration> retries, boolean only200, boolean transactionId, int most) {
        public CallbackTerms {
            retries = List.copyOf(retries);
        }
    }

    public EpayConfig {
        codes = Map.copyOf(codes);
    }

    public static EpayConfig from(Settings settings, Level level, WorldLimits limits) {
        Map<Reason, Integer> codes = new EnumMap<>(Reason.class);
        Arrays.stream(Reason.values())
                .forEach(reason ->
                        codes.put(reason, reason.isAssumed() ? settings.smallNumber(reason.setting()) : reason.code()));
        return new EpayConfig(
                level,
                form(settings),
                new Lifetimes(
                        settings.duration(EpaySettings.TOKEN_LIFE),
                        settings.duration(EpaySettings.PASSWORD_TOKEN_LIFE)),
                new Terms(
                        settings.is(EpaySettings.TOKEN_MISMATCH, "paid"),
                        settings.is(EpaySettings.TERMINAL_MISMATCH, "paid"),
                        settings.is(EpaySettings.SAVED_CARD_TERMINAL, "optional")),
                rules(settings, level, limits),
                new CallbackTerms(
                        settings.duration(EpaySettings.CALLBACK_TIMEOUT),
                        settings.list(EpaySettings.CALLBACK_RETRIES).stream()
                                .map(Duration::parse)
                                .toList(),
                        settings.is(EpaySettings.CALLBACK_ACKNOWLEDGED, "200"),
                        settings.is(EpaySettings.CALLBACK_TRANSACTION_ID, "on"),
                        Math.min(limits.tasks(), MOST_TOKENS)),
                codes,
                settings.text(EpaySettings.PUBLIC_URL).replaceAll("/+$", ""));
    }

    private static Form form(Settings settings) {
        return new Form(
                new MessageForm(
                        settings.is(EpaySettings.EXPIRES_IN, "string"),
                        settings.is(EpaySettings.UNAUTHORIZED, "code"),
                        settings.text(EpaySettings.INVOICE_FIELD),
                        settings.is(EpaySettings.ERROR_MESSAGE, "empty"),
                        settings.is(EpaySettings.OPERATION_BODY, "empty"),
                        settings.is(EpaySettings.AMOUNTS, "two-decimals"),
                        settings.is(EpaySettings.CONFIRM, "json")),
                new StatusForm(
                        settings.is(EpaySettings.STATUS_CODES, "always-100"),
                        settings.smallNumber(EpaySettings.STATUS_HTTP),
                        settings.smallNumber(EpaySettings.NO_CARDS_HTTP),
                        settings.is(EpaySettings.PARTIAL_REFUND, "REFUND"),
                        settings.is(EpaySettings.PENDING_REASON, "00")),
                Cors.Reach.of(settings.text(EpaySettings.CORS)),
                settings.is(EpaySettings.BODY_ENCODING, "utf-8"));
    }

    private static EpayRules rules(Settings settings, Level level, WorldLimits limits) {
        Duration window = settings.duration(EpaySettings.REFUND_WINDOW);
        String repeat = settings.text(EpaySettings.SAME_EXTERNAL_ID);
        return new EpayRules(
                settings.duration(EpaySettings.HOLD_LIFE),
                settings.duration(EpaySettings.CHALLENGE_LIFE),
                new EpayRules.Refunds(
                        Money.tenge(settings.number(EpaySettings.LEAST_REFUND)),
                        settings.is(EpaySettings.REFUND_REST, "refunded"),
                        window.isZero() ? Optional.empty() : Optional.of(window),
                        repeat.equals("refused")
                                ? Repeat.REFUSED
                                : repeat.equals("applied") ? Repeat.APPLIED : Repeat.SAME_ANSWER),
                settings.is(EpaySettings.UNKNOWN_CARD, "paid"),
                settings.is(EpaySettings.SAVED_CARD_3DS, "on"),
                level == Level.STRICT,
                limits.payments(),
                Math.min(limits.payments(), MOST_TOKENS));
    }
}
