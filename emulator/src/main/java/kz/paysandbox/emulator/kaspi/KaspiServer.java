package kz.paysandbox.emulator.kaspi;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.http.bank.BankServer;
import kz.paysandbox.emulator.http.bank.BankStart;
import kz.paysandbox.emulator.http.bank.BankTable;
import kz.paysandbox.emulator.http.bank.BankTable.ClientCertificates;
import kz.paysandbox.emulator.kaspi.call.KaspiConfig;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.call.KaspiWorld;
import kz.paysandbox.emulator.kaspi.domain.Scheme;

/** Kaspi Pay by the settings that are in force. */
final class KaspiServer implements BankServer {

    private final KaspiModule module;
    private final KaspiConfig config;
    private final ClientCertificates clients;

    KaspiServer(KaspiModule module, BankStart start) {
        this.module = module;
        this.config =
                KaspiConfig.from(start.settings(), start.level(), start.limits().apply(1));
        this.clients = KaspiConfig.demandsCertificate(start.settings())
                ? ClientCertificates.REQUIRED
                : ClientCertificates.OPTIONAL;
    }

    @Override
    public List<Slot<?>> slots() {
        return List.of(KaspiWorld.slot(config.rules(), config.organizations()), KaspiWorld.protocolRules());
    }

    @Override
    public Map<String, String> mainCredentials() {
        return KaspiWorld.mainCredentials(config);
    }

    @Override
    public Map<String, String> freshCredentials(RandomGenerator random) {
        return KaspiWorld.freshCredentials(random);
    }

    @Override
    public List<BankTable> tables(Worlds worlds) {
        KaspiWire wire = new KaspiWire(config);
        return Arrays.stream(Scheme.values())
                .map(scheme -> {
                    KaspiEdge edge = new KaspiEdge(scheme, worlds, config, wire);
                    return new BankTable(
                            scheme.listener(),
                            scheme == Scheme.R1 ? ClientCertificates.NONE : clients,
                            edge.endpoints(KaspiEndpoints.TABLE),
                            edge);
                })
                .toList();
    }

    @Override
    public BankDesk desk() {
        return new KaspiDesk(module);
    }
}
