package kz.paysandbox.emulator.kaspi.call;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.kaspi.domain.KaspiRules;
import kz.paysandbox.emulator.kaspi.domain.ReturnCodeRules;
import kz.paysandbox.emulator.kaspi.domain.ReturnStatus;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.merchants.NewOrganization;

/**
 * The Kaspi half's settings, typed.
 *
 * @param codes the StatusCode of each reason
 * @param r3Allow addresses that may call r3
 * @param apiKey r1's key of the default world
 * @param organizations that every world has beside the sandbox's own
 */
public record KaspiConfig(
        Level level,
        Form form,
        Answers answers,
        KaspiRules rules,
        Map<Reason, Long> codes,
        List<String> r3Allow,
        String apiKey,
        List<NewOrganization> organizations) {

    /**
     * How answers are written; each flag departs from what was seen live.
     *
     * @param documentEnvelope the document's envelope
     * @param emptyMessages refusals without text
     * @param documentExpireDate the document's ExpireDate
     * @param transactionDate how TransactionDate is written
     */
    public record Form(
            boolean documentEnvelope,
            boolean emptyMessages,
            boolean documentExpireDate,
            TransactionDate transactionDate) {}

    /** The forms of TransactionDate, which the document prints in two ways. */
    public enum TransactionDate {
        /** As ExpireDate was seen live. */
        LIVE,
        /** In each answer as its own example prints it. */
        DOCUMENT,
        /** In both answers as return/operations prints it. */
        WITHOUT_OFFSET
    }

    /** What is answered where nobody has recorded the bank's answer. */
    public record Answers(
            int badKey,
            int foreignIp,
            int malformed,
            boolean routeEnvelope,
            int wrongMethod,
            int tooLarge,
            boolean repelPolling,
            boolean utf8Only) {}

    public KaspiConfig {
        codes = Map.copyOf(codes);
        r3Allow = List.copyOf(r3Allow);
        organizations = List.copyOf(organizations);
    }

    public static KaspiConfig from(Settings settings, Level level, WorldLimits limits) {
        Map<Reason, Long> codes = new EnumMap<>(Reason.class);
        Arrays.stream(Reason.values())
                .forEach(reason -> codes.put(
                        reason,
                        reason.isAssumed()
                                ? settings.number(reason.setting())
                                : reason.code().code()));
        return new KaspiConfig(
                level,
                new Form(
                        settings.is(KaspiSettings.ENVELOPE, "document"),
                        settings.is(KaspiSettings.ERROR_MESSAGE, "empty"),
                        settings.is(KaspiSettings.EXPIRE_DATE, "document"),
                        transactionDate(settings)),
                new Answers(
                        settings.is(KaspiSettings.BAD_KEY, "http-401") ? 401 : 200,
                        settings.is(KaspiSettings.FOREIGN_IP, "http-403") ? 403 : 200,
                        settings.is(KaspiSettings.MALFORMED, "http-400") ? 400 : 200,
                        settings.is(KaspiSettings.UNKNOWN_ROUTE, "envelope"),
                        settings.is(KaspiSettings.WRONG_METHOD, "http-405") ? 405 : 404,
                        settings.is(KaspiSettings.TOO_LARGE, "http-413") ? 413 : 400,
                        settings.is(KaspiSettings.REMOTE_POLLING, "repel"),
                        settings.is(KaspiSettings.BODY_ENCODING, "utf-8")),
                new KaspiRules(
                        Money.tenge(settings.number(KaspiSettings.MAX_AMOUNT)),
                        settings.duration(KaspiSettings.REMOTE_LIFE),
                        settings.smallNumber(KaspiSettings.LOOKUPS),
                        settings.smallNumber(KaspiSettings.REMOTE_POLLS),
                        new ReturnCodeRules(
                                settings.is(KaspiSettings.RETURN_CODE_USES, "once"),
                                settings.is(KaspiSettings.RETURN_CODE_AFTER, "error")
                                        ? ReturnStatus.ERROR
                                        : ReturnStatus.CUSTOMER_IDENTITY_OBTAINED),
                        limits.payments(),
                        limits.payments()),
                codes,
                settings.list(KaspiSettings.R3_ALLOW),
                settings.text(KaspiSettings.API_KEY),
                OrganizationReader.ofSetting(settings.text(KaspiSettings.ORGANIZATIONS))
                        .value()
                        .orElse(List.of()));
    }

    private static TransactionDate transactionDate(Settings settings) {
        if (settings.is(KaspiSettings.TRANSACTION_DATE, "document")) {
            return TransactionDate.DOCUMENT;
        }
        return settings.is(KaspiSettings.TRANSACTION_DATE, "without-offset")
                ? TransactionDate.WITHOUT_OFFSET
                : TransactionDate.LIVE;
    }

    /** Whether a client without a certificate fails the handshake already. */
    public static boolean demandsCertificate(Settings settings) {
        return settings.is(KaspiSettings.NO_CERTIFICATE, "handshake");
    }
}
