package kz.paysandbox.emulator.kaspi.wire;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.core.fields.KnownNames;

/** The names of parameters in each method's table, those in the path left out. */
public final class RequestNames {

    private static final String BIN = "OrganizationBin";

    /** Spellings that the document prints in examples beside those of its tables (4.6.1, 5.2-5.5, 4.2.2). */
    private static final Set<String> ALSO_PRINTED =
            Set.of("phoneNumber", "deviceToken", "qrPaymentId", "organizationBin");

    /** By row without its scheme, in the document's order. */
    private static final Map<String, List<String>> LISTED = Map.ofEntries(
            entry("partner tradepoints", List.of()),
            entry("device register", List.of("DeviceId", "TradePointId")),
            entry("device delete", List.of("DeviceToken")),
            entry("qr create", List.of("DeviceToken", "Amount", "ExternalId")),
            entry("qr create-link", List.of("DeviceToken", "Amount", "ExternalId")),
            entry("payment status", List.of()),
            entry("return create", List.of("DeviceToken", "ExternalId")),
            entry("return status", List.of()),
            entry("return operations", List.of("DeviceToken", "QrReturnId", "MaxResult")),
            entry("payment details", List.of("QrPaymentId", "DeviceToken")),
            entry("payment return", List.of("DeviceToken", "QrPaymentId", "QrReturnId", "Amount")),
            entry("remote client-info", List.of("PhoneNumber", "DeviceToken")),
            entry("remote create", List.of("Amount", "PhoneNumber", "DeviceToken", "Comment")),
            entry("remote cancel", List.of("QrPaymentId", "DeviceToken")),
            entry("health ping", List.of()),
            entry("test payment scan", List.of("QrPaymentId")),
            entry("test payment confirm", List.of("QrPaymentId")),
            entry("test payment scanerror", List.of("QrPaymentId")),
            entry("test payment confirmerror", List.of("QrPaymentId")),
            entry("payment status v02", List.of()));

    /** The shop's number and its trade point, which clients in production send with an invoice. */
    private static final Map<String, Set<String>> ALSO_SENT =
            Map.of("remote create", Set.of("ExternalId", "TradePointId"));

    private RequestNames() {}

    /**
     * Those of one row.
     *
     * @param scheme as {@code r1}
     * @param id the row's, with its scheme
     * @param organization whether its table lists OrganizationBin, which r3's clients may send everywhere
     * @throws java.util.NoSuchElementException for a row that is not the bank's
     */
    public static KnownNames of(String scheme, String id, boolean organization) {
        String operation = id.substring(scheme.length() + 1);
        boolean third = scheme.equals("r3");
        List<String> listed =
                new ArrayList<>(Optional.ofNullable(LISTED.get(operation)).orElseThrow());
        Set<String> alsoSent = new HashSet<>(ALSO_SENT.getOrDefault(operation, Set.of()));
        if (third && operation.equals("payment return")) {
            listed.remove("QrReturnId");
        }
        if (organization) {
            listed.add(BIN);
        } else if (third) {
            alsoSent.add(BIN);
        }
        return new KnownNames(listed, ALSO_PRINTED, alsoSent, Set.of(), true);
    }
}
