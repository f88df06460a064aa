package kz.paysandbox.emulator.epay;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.epay.call.Cryptograms;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.callbacks.KeptFirst;
import kz.paysandbox.emulator.epay.callbacks.Sender;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.rows.Announcements;
import kz.paysandbox.emulator.http.bank.BankRow;
import kz.paysandbox.emulator.http.bank.BankServer;
import kz.paysandbox.emulator.http.bank.BankStart;
import kz.paysandbox.emulator.http.bank.BankTable;
import kz.paysandbox.emulator.http.bank.BankTable.ClientCertificates;

/** Halyk ePay by the settings that are in force, with the threads that open cryptograms and send callbacks. */
final class EpayServer implements BankServer {

    /** A card payment with its order, links and callback takes about so many times what a QR payment takes. */
    private static final int PAYMENT_WEIGHT = 4;

    private final EpayModule module;
    private final EpayConfig config;
    private final Cryptograms cryptograms;
    private final Sender sender;

    EpayServer(EpayModule module, BankStart start) {
        this.module = module;
        this.config =
                EpayConfig.from(start.settings(), start.level(), start.limits().apply(PAYMENT_WEIGHT));
        this.cryptograms = Cryptograms.with(
                start.pki().resolve(EpayModule.KEY_FILE), Runtime.getRuntime().availableProcessors());
        this.sender = new KeptFirst(
                CallbackSlot.sender(
                        config.callbacks(), start.pki().resolve("ca-bundle.pem"), start.random(), start.own()),
                start.keeping());
    }

    /** The rules come before the callbacks, which they watch. */
    @Override
    public List<Slot<?>> slots() {
        return List.of(bank(), EpayWorld.protocolRules(config.level()), CallbackSlot.of(config.callbacks(), sender));
    }

    private Slot<EpayBank> bank() {
        EpayWire wire = new EpayWire(config);
        return new Slot<>(EpayBank.class, world -> {
            Announcements.register(world, config, wire);
            return EpayWorld.slot(config.rules()).maker().apply(world);
        });
    }

    @Override
    public Map<String, String> mainCredentials() {
        return EpayWorld.mainCredentials();
    }

    @Override
    public Map<String, String> freshCredentials(RandomGenerator random) {
        return EpayWorld.freshCredentials(random);
    }

    @Override
    public List<BankTable> tables(Worlds worlds) {
        EpayEdge edge = new EpayEdge(worlds, config, cryptograms);
        return List.of(
                new BankTable(EpayModule.LISTENER, ClientCertificates.NONE, edge.endpoints(EpayEndpoints.TABLE), edge));
    }

    @Override
    public BankDesk desk() {
        return new EpayDesk(module, config);
    }

    @Override
    public List<BankRow> rows() {
        return new EpayRows(new EpayConsole(config)).table();
    }

    @Override
    public void close() {
        sender.close();
        cryptograms.close();
    }
}
