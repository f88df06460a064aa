package kz.paysandbox.emulator.kaspi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.paysandbox.emulator.core.bank.BankListener;
import kz.paysandbox.emulator.core.bank.BannerSection;
import kz.paysandbox.emulator.core.bank.Site;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.http.bank.BankServer;
import kz.paysandbox.emulator.http.bank.BankStart;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.kaspi.call.KaspiSettings;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.PaymentStatus;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;
import kz.paysandbox.emulator.kaspi.wire.AnswerNames;
import kz.paysandbox.emulator.kaspi.wire.RequestNames;

/** Kaspi Pay as a module of the server: three listeners, one for each scheme. */
public final class KaspiModule implements BankModule {

    static final String NAME = "kaspi";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Kaspi Pay";
    }

    @Override
    public String contract() {
        return "Kaspi QR v3.9";
    }

    @Override
    public List<BankListener> listeners() {
        return Arrays.stream(Scheme.values())
                .map(scheme -> new BankListener(scheme.listener(), scheme.port()))
                .toList();
    }

    @Override
    public List<Setting> settings() {
        return KaspiSettings.all();
    }

    @Override
    public Optional<String> problem(Settings settings) {
        return KaspiSettings.problem(settings);
    }

    @Override
    public List<String> rows() {
        return Rows.IDS;
    }

    @Override
    public Optional<MerchantSwitches> switches() {
        return Optional.of(KaspiSwitches.SHAPES);
    }

    @Override
    public List<Clause> clauses() {
        return List.of(KaspiClause.values());
    }

    @Override
    public List<String> statuses() {
        return Arrays.stream(PaymentStatus.values()).map(PaymentStatus::wire).toList();
    }

    @Override
    public List<String> schemes() {
        return Arrays.stream(Scheme.values()).map(Scheme::label).toList();
    }

    @Override
    public List<AnswerCode> answerCodes() {
        return List.of(KaspiWire.STATUS_CODE);
    }

    @Override
    public Optional<Set<String>> requestNames(String row) {
        return rowOf(row)
                .map(known -> RequestNames.of(known.scheme().label(), row, known.bin() != KaspiEndpoint.Bin.NONE)
                        .all());
    }

    @Override
    public Optional<Set<String>> answerNames(String row) {
        return rowOf(row)
                .map(known ->
                        AnswerNames.of(row.substring(known.scheme().label().length() + 1)));
    }

    private static Optional<KaspiEndpoint> rowOf(String id) {
        return KaspiEndpoints.TABLE.stream().filter(row -> row.id().equals(id)).findFirst();
    }

    @Override
    public List<String> keyFiles() {
        return List.of("merchant.cer", "merchant-plain.key", "partner.cer", "partner-plain.key");
    }

    @Override
    public List<String> certificateBins() {
        return KaspiWorld.BINS;
    }

    @Override
    public List<String> bins(Settings settings) {
        return KaspiSettings.bins(settings);
    }

    @Override
    public Map<String, String> environment(Site site) {
        return KaspiGuide.environment(site);
    }

    @Override
    public List<BannerSection> banner(Site site) {
        return KaspiGuide.banner(site);
    }

    @Override
    public List<String> remoteNotes(Settings settings) {
        return List.of("r3 answers " + settings.text(KaspiSettings.R3_ALLOW) + " only: --set " + KaspiSettings.R3_ALLOW
                + "=… names more");
    }

    @Override
    public BankServer start(BankStart start) {
        return new KaspiServer(this, start);
    }

    /** The table is loaded when its ids are asked for: commands without a server do not need it. */
    private static final class Rows {
        private static final List<String> IDS =
                KaspiEndpoints.TABLE.stream().map(KaspiEndpoint::id).toList();
    }
}
