package kz.paysandbox.emulator.kaspi;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.fields.FieldReader;
import kz.paysandbox.emulator.kaspi.call.Caller;
import kz.paysandbox.emulator.kaspi.call.Compliance;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.domain.merchants.Organization;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;

/** The organisations for which a call acts, by their BINs. */
final class ActingBins {

    private static final int BIN_DIGITS = 12;

    private ActingBins() {}

    /** Those of the caller, or in r3 the one that the call names, where the certificate may act for it. */
    static Outcome<List<String>, Refusal> of(
            KaspiEndpoint row, Caller caller, KaspiBank bank, Compliance compliance, FieldReader in) {
        if (row.bin() == KaspiEndpoint.Bin.NONE) {
            return Outcome.ok(caller.bins());
        }
        Optional<String> named = row.bin() == KaspiEndpoint.Bin.PATH
                ? in.optionalText("organizationBin")
                : in.optionalText("OrganizationBin");
        if (in.hasProblems()) {
            return Outcome.ok(caller.bins());
        }
        if (named.isPresent()) {
            return mayAct(named.get(), caller, bank);
        }
        if (row.bin() == KaspiEndpoint.Bin.EXPECTED) {
            return compliance
                    .deviates(
                            KaspiClause.ORGANIZATION_BIN_MISSING,
                            "no OrganizationBin, which " + row.section() + " requires")
                    .map(accepted -> caller.bins());
        }
        in.text("OrganizationBin");
        return Outcome.ok(caller.bins());
    }

    private static Outcome<List<String>, Refusal> mayAct(String bin, Caller caller, KaspiBank bank) {
        Optional<Organization> found = bank.merchants().organization(bin);
        if (found.isEmpty()) {
            String zeros = "0".repeat(Math.max(0, BIN_DIGITS - bin.length()));
            boolean lostZero = !zeros.isEmpty()
                    && bank.merchants().organization(zeros + bin).isPresent();
            return Refusal.refuse(
                    Reason.ORGANIZATION_UNKNOWN,
                    lostZero
                            ? "OrganizationBin has lost its leading zero: it is a string of twelve digits"
                            : "no organisation has this OrganizationBin; GET /__sandbox/world lists those there are,"
                                    + " POST /__sandbox/organizations adds one");
        }
        if (!caller.bins().contains(bin)) {
            return Refusal.refuse(
                    Reason.ORGANIZATION_UNKNOWN, "the client certificate may not act for this OrganizationBin");
        }
        return found.get().active()
                ? Outcome.ok(List.of(bin))
                : Refusal.refuse(Reason.ORGANIZATION_UNKNOWN, "the organisation is switched off");
    }
}
