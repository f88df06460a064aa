package kz.paysandbox.emulator.epay;

import java.util.Arrays;
import java.util.LinkedHashSet;
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
import kz.paysandbox.emulator.epay.call.EpaySettings;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.epay.wire.AnswerNames;
import kz.paysandbox.emulator.epay.wire.RequestNames;
import kz.paysandbox.emulator.http.bank.BankModule;
import kz.paysandbox.emulator.http.bank.BankServer;
import kz.paysandbox.emulator.http.bank.BankStart;

/** Halyk ePay as a module of the server: one listener for OAuth, API, payment page and widget. */
public final class EpayModule implements BankModule {

    static final String NAME = "epay";

    /** The listener's name. */
    static final String LISTENER = "epay";

    /** The cryptograms' private key, in the folder of certificates and keys. */
    static final String KEY_FILE = "epay-rsa.key";

    private static final int PORT = 8546;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String title() {
        return "Halyk ePay";
    }

    @Override
    public String contract() {
        return "Halyk ePay 2.0";
    }

    @Override
    public List<BankListener> listeners() {
        return List.of(new BankListener(LISTENER, PORT));
    }

    @Override
    public List<Setting> settings() {
        return EpaySettings.all();
    }

    @Override
    public List<String> rows() {
        return Rows.IDS;
    }

    @Override
    public List<Clause> clauses() {
        return List.of(EpayClause.values());
    }

    @Override
    public List<String> statuses() {
        return Arrays.stream(PaymentStatus.values()).map(PaymentStatus::wire).toList();
    }

    @Override
    public List<AnswerCode> answerCodes() {
        return List.of(EpayWire.REASON_CODE);
    }

    @Override
    public Optional<Set<String>> requestNames(String row) {
        return EpayEndpoints.TABLE.stream()
                .filter(known -> known.id().equals(row))
                .findFirst()
                .flatMap(known -> switch (known.form()) {
                    case TOKEN_REQUEST -> Optional.of(RequestNames.TOKEN_REQUEST);
                    case PAYMENT_OBJECT -> Optional.of(RequestNames.PAYMENT_OBJECT);
                    case ANY, JSON -> RequestNames.of(row);
                })
                .map(names -> {
                    Set<String> all = new LinkedHashSet<>(names.body().all());
                    all.addAll(names.query().all());
                    return all;
                });
    }

    @Override
    public Optional<Set<String>> answerNames(String row) {
        return AnswerNames.of(row);
    }

    @Override
    public List<String> keyFiles() {
        return List.of(KEY_FILE);
    }

    @Override
    public Map<String, String> environment(Site site) {
        return EpayGuide.environment(site);
    }

    @Override
    public List<BannerSection> banner(Site site) {
        return EpayGuide.banner(site);
    }

    @Override
    public BankServer start(BankStart start) {
        return new EpayServer(this, start);
    }

    /** The table is loaded when its ids are asked for: commands without a server do not need it. */
    private static final class Rows {
        private static final List<String> IDS =
                EpayEndpoints.TABLE.stream().map(EpayEndpoint::id).toList();
    }
}
