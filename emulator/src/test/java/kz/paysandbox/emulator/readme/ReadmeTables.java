package kz.paysandbox.emulator.readme;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.boot.Banks;
import kz.paysandbox.emulator.boot.ServerSettings;
import kz.paysandbox.emulator.core.settings.Evidence;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.kaspi.KaspiEndpoint;
import kz.paysandbox.emulator.kaspi.KaspiEndpoints;
import kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode;
import kz.paysandbox.emulator.language.Language;

/** The tables as the code says they are. */
final class ReadmeTables {

    private static final Map<KaspiCode, String> REACHED = Map.ofEntries(
            Map.entry(KaspiCode.SUCCESS, "do what the document says"),
            Map.entry(
                    KaspiCode.UNAVAILABLE, "by fault: `status-code=-999`; the sandbox's own limits answer with it too"),
            Map.entry(
                    KaspiCode.NO_CERTIFICATE,
                    "r2, r3 without a client certificate; r1 with a wrong Api-Key; an organisation switched off in r1, r2"),
            Map.entry(
                    KaspiCode.NOT_AUTHORISED,
                    "r3 with a BIN that the certificate may not act for, as 990340000013 with `merchant`"),
            Map.entry(KaspiCode.PHONE_MALFORMED, "remote/* with a PhoneNumber such as 123"),
            Map.entry(KaspiCode.DEVICE_NOT_FOUND, "an unknown DeviceToken, or another organisation's"),
            Map.entry(
                    KaspiCode.DEVICE_NOT_ACTIVE,
                    "device/delete, then use it; or PATCH /devices/{token} `{\"active\":false}`"),
            Map.entry(KaspiCode.DEVICE_ELSEWHERE, "register one DeviceId at trade point 1, then at 2"),
            Map.entry(
                    KaspiCode.PURCHASE_NOT_FOUND,
                    "an unknown id; another organisation's payment; a return QR code not scanned; test/payment/* in the wrong state"),
            Map.entry(KaspiCode.NO_TRADE_POINTS, "trade points of 990340000024 with `partner`"),
            Map.entry(
                    KaspiCode.PURCHASE_ID_NOT_FOUND,
                    "remote/cancel of an unknown or already paid invoice; payment/return by fault only"),
            Map.entry(
                    KaspiCode.TRADE_POINT_NOT_FOUND,
                    "register at trade point 999, or at another organisation's; PATCH /tradepoints/{id} `{\"removed\":true}`, then sell"),
            Map.entry(KaspiCode.TRADE_POINT_DIFFERS, "return with a device of another trade point"),
            Map.entry(KaspiCode.RETURN_ABOVE_PURCHASE, "return more than is left"),
            Map.entry(KaspiCode.RETURN_FAILED, "by fault: `status-code=-99000006`"),
            Map.entry(KaspiCode.STATUS_UNFIT, "return a payment that is not Processed"),
            Map.entry(
                    KaspiCode.PARTIAL_RETURN_IMPOSSIBLE,
                    "PATCH /organizations/{bin} `{\"partialRefunds\":false}`, then return a part"),
            Map.entry(KaspiCode.REMOTE_UNEXPLAINED, "by fault: `status-code=99000010`; unexplained"),
            Map.entry(
                    KaspiCode.TRADE_POINT_OFF,
                    "a device at trade point 301; PATCH /tradepoints/{id} `{\"active\":false}`"),
            Map.entry(
                    KaspiCode.NO_QR_PAYMENTS,
                    "register at trade point 302; PATCH /tradepoints/{id} `{\"qrPayments\":false}`"),
            Map.entry(KaspiCode.WRONG_AMOUNT, "an Amount of 0 or less, with three decimals, or above kaspi.max-amount"),
            Map.entry(KaspiCode.NOT_A_CLIENT, "client-info for 87010000404"),
            Map.entry(KaspiCode.TOO_MANY_LOOKUPS, "the 51st client-info of one device in a minute"),
            Map.entry(
                    KaspiCode.CANNOT_BE_INVOICED,
                    "client-info or remote/create for 87010000405, remote/create for 87010000404"),
            Map.entry(KaspiCode.NO_PAYMENT_METHODS, "PATCH /organizations/{bin} `{\"paymentMethods\":[]}`, then sell"),
            Map.entry(
                    KaspiCode.MALFORMED,
                    "a body that is no JSON, a missing or mistyped field; the sandbox's own code"));

    private ReadmeTables() {}

    /** The table of a name. */
    static String named(String name) {
        return switch (name) {
            case "endpoints" -> endpoints();
            case "codes" -> codes();
            case "assumptions kaspi" -> assumptions(Language.EN, "kaspi.");
            case "assumptions epay" -> assumptions(Language.EN, "epay.");
            case "assumptions epay ru" -> assumptions(Language.RU, "epay.");
            case "limits" -> limits();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static String endpoints() {
        return table(
                List.of("endpoint", "document", "", "StatusCodes"),
                KaspiEndpoints.TABLE.stream()
                        .map(row -> List.of(
                                row.id(),
                                row.section().isEmpty() ? "seen" : row.section(),
                                "`" + row.method() + " " + row.path() + "`",
                                row.codes().stream().map(String::valueOf).collect(joining(" ")))));
    }

    private static String codes() {
        return table(
                List.of("StatusCode", "Message", "listed for", "how to reach it"),
                Arrays.stream(KaspiCode.values())
                        .map(code -> List.of(
                                String.valueOf(code.code()),
                                code.message(),
                                listedFor(code.code()),
                                String.valueOf(REACHED.get(code)))));
    }

    private static String listedFor(long code) {
        List<KaspiEndpoint> rows = KaspiEndpoints.TABLE.stream()
                .filter(row -> row.codes().contains(code))
                .toList();
        return rows.size() > 15
                ? rows.size() + " endpoints"
                : rows.stream().map(KaspiEndpoint::id).collect(joining(", "));
    }

    /** All that is not only ours to decide. */
    static Stream<Setting> assumptions() {
        return settings().filter(setting -> setting.evidence() != Evidence.OURS);
    }

    private static String assumptions(Language language, String bank) {
        return table(
                language == Language.RU
                        ? List.of("переключатель", "по умолчанию", "другие значения", "основание", "что это")
                        : List.of("switch", "default", "other values", "evidence", "what"),
                assumptions()
                        .filter(setting -> setting.key().startsWith(bank))
                        .map(setting -> List.of(
                                "`" + setting.key() + "`",
                                setting.fallback(),
                                others(language, setting),
                                evidence(language, setting.evidence()),
                                language.text(setting.about()))));
    }

    private static Stream<Setting> settings() {
        return ServerSettings.all(Banks.ALL).stream();
    }

    private static String limits() {
        return table(
                List.of("limit", "default", "what"),
                settings()
                        .filter(setting -> setting.key().startsWith("limits."))
                        .map(setting -> List.of("`" + setting.key() + "`", setting.fallback(), setting.about())));
    }

    private static String evidence(Language language, Evidence evidence) {
        if (language == Language.EN) {
            return evidence.name().toLowerCase(Locale.ROOT);
        }
        return switch (evidence) {
            case DOCUMENTED -> "документ";
            case SEEN -> "наблюдалось";
            case ASSUMED -> "допущение";
            case OURS -> "песочница";
        };
    }

    private static String others(Language language, Setting setting) {
        return setting.kind() == Setting.Kind.CHOICE
                ? setting.options().stream()
                        .filter(option -> !option.equals(setting.fallback()))
                        .collect(joining(", "))
                : language.text(setting.kind().words());
    }

    private static String table(List<String> head, Stream<List<String>> rows) {
        return Stream.concat(Stream.of(line(head), "|---".repeat(head.size()) + "|"), rows.map(ReadmeTables::line))
                .collect(joining("\n"));
    }

    private static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.replace("|", "\\|"))
                .map(cell -> " " + cell + " ")
                .collect(joining("|", "|", "|"));
    }
}
