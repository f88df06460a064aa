package kz.paysandbox.emulator.boot;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.BankTableFacts;
import kz.paysandbox.emulator.control.ScenarioStarter;
import kz.paysandbox.emulator.control.access.Audit;
import kz.paysandbox.emulator.control.access.ControlAccess;
import kz.paysandbox.emulator.control.access.TokenBook;
import kz.paysandbox.emulator.control.access.WorldQuotas;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.ControlDesk;
import kz.paysandbox.emulator.control.call.ControlJson;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.health.ReadyCheck;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.memory.Heap;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import kz.paysandbox.emulator.core.metrics.RequestCounts;
import kz.paysandbox.emulator.core.net.OwnListeners;
import kz.paysandbox.emulator.http.Admission;
import kz.paysandbox.emulator.http.ServerRuntime;
import kz.paysandbox.emulator.http.bank.BankServer;
import kz.paysandbox.emulator.http.bank.BankStart;
import kz.paysandbox.emulator.http.server.HttpServer;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.scenario.ScenarioLibrary;
import kz.paysandbox.emulator.scenario.ScenarioPlayer;

/** A running server: the listeners of all its banks, and the control surface. */
public final class SandboxServer implements Sandbox {

    private final ServerConfig config;
    private final RealAlarm alarm;
    private final List<BankServer> banks;
    private final KeptWorlds kept;
    private final HttpServer server;
    private final Worlds worlds;
    private final ControlAccess gate;

    private SandboxServer(
            ServerConfig config,
            RealAlarm alarm,
            List<BankServer> banks,
            KeptWorlds kept,
            HttpServer server,
            Worlds worlds,
            ControlAccess gate) {
        this.config = config;
        this.alarm = alarm;
        this.banks = banks;
        this.kept = kept;
        this.server = server;
        this.worlds = worlds;
        this.gate = gate;
    }

    /**
     * Starts a server, and returns when every listener can answer.
     *
     * @param left what is left of the heap
     */
    public static SandboxServer start(ServerConfig config, Heap left) {
        SandboxServer server = start(config, left, NodeContext.alone(config));
        server.accept();
        return server;
    }

    /** As {@link #start(ServerConfig, Heap)}, as a node: whoever connects waits until {@link #accept} is called. */
    static SandboxServer start(ServerConfig config, Heap left, NodeContext node) {
        SecureRandom random = new SecureRandom();
        KeptWorlds kept = KeptWorlds.open(config, node);
        return doneOrUndone(() -> start(config, left, node, random, kept), kept::close);
    }

    private static SandboxServer start(
            ServerConfig config, Heap left, NodeContext node, SecureRandom random, KeptWorlds kept) {
        InstantSource machine = InstantSource.system();
        PkiFolder pki = PkiFolder.prepare(config, machine, random);
        long heap = Runtime.getRuntime().maxMemory();
        JournalMemory journals = config.journalMemory(heap);
        ServerMemory memory = config.serverMemory(heap);
        WorldLimits limits = config.worldLimits(heap, journals, memory);
        OwnListeners own = new OwnListeners();
        BankStart start = new BankStart(
                config.settings(),
                config.level(),
                weight -> config.worldLimits(heap / weight, journals, memory),
                pki.dir(),
                random,
                own,
                kept);
        List<BankServer> banks =
                config.banks().stream().map(bank -> bank.start(start)).toList();
        CertificateRegistry registry = new CertificateRegistry(pki.file("registry.json"));
        PkiIdentities identities = new PkiIdentities(
                pki.authority(),
                machine,
                registry,
                config.banks().stream()
                        .flatMap(bank -> bank.certificateBins().stream())
                        .toList(),
                node.home());
        CompletableFuture<WorldDesk> desk = new CompletableFuture<>();
        RealAlarm alarm = new RealAlarm();
        Worlds worlds = new Worlds(
                machine,
                alarm,
                config.settings().smallNumber("limits.worlds"),
                limits,
                slots(banks, WorldCertificates.slot(registry, identities), desk::join));
        TokenBook tokens = TokensFile.in(config.home(), node.home()).book(machine, random);
        ControlAccess gate = new ControlAccess(
                config.binding().isLoopback()
                        ? Optional.empty()
                        : Optional.of(ControlToken.of(config.controlToken(), config.tokenFile(), random)),
                tokens);
        node.home().run();
        AtomicReference<Optional<ControlContext.Listening>> listening = new AtomicReference<>(Optional.empty());
        WorldQuotas quotas = new WorldQuotas(tokens, worlds, System::nanoTime);
        RequestCounts counts = new RequestCounts();
        AtomicReference<Optional<HttpServer>> running = new AtomicReference<>(Optional.empty());
        ControlContext context = new ControlContext(
                worlds,
                new ControlContext.BankPorts(
                        new BankTableFacts(config.banks()),
                        banks.stream().map(BankServer::desk).toList(),
                        banks.stream().flatMap(bank -> bank.rows().stream()).toList()),
                () -> credentials(banks, bank -> bank.freshCredentials(random)),
                new ControlContext.WorldDesks(
                        identities,
                        new WorldFiles(
                                worlds,
                                () -> credentials(banks, bank -> bank.freshCredentials(random)),
                                config.storeKey(),
                                random)),
                new ScenarioLibrary(ScenarioFiles.catalogue(), memory.most(MemoryKind.FAULTS)),
                config.settings(),
                new ControlContext.Operations(
                        listening::get,
                        List.of(
                                new ReadyCheck("listeners", listeners(config, running::get)),
                                new ReadyCheck("store", kept::missing)),
                        List.of(
                                counts,
                                new ServerMeters(
                                        worlds,
                                        banks.stream().map(BankServer::desk).toList(),
                                        journals,
                                        memory,
                                        machine.instant()),
                                tokens,
                                kept,
                                node.meters()),
                        new ControlContext.Tokens(tokens, quotas, new Audit())),
                new ControlJson());
        desk.complete(new ControlDesk(context));
        kept.begin(
                worlds,
                credentials(banks, BankServer::mainCredentials),
                () -> config.firstScenario()
                        .ifPresent(first -> new ScenarioStarter(context).play(worlds.main(), first.scenario())));
        HttpServer server = doneOrUndone(
                () -> HttpServer.start(
                        new Listeners(config, worlds, pki, registry).of(banks, context, gate),
                        config.httpLimits(heap),
                        new ServerRuntime(
                                System::nanoTime,
                                new Admission(left, worlds::hasItsShare, quotas::isOver),
                                counts,
                                kept,
                                kept::await,
                                node.clients()),
                        fingerprint -> registry.find(fingerprint)
                                .flatMap(known -> worlds.named(known.world()))
                                .orElseGet(worlds::main),
                        node.ports()),
                () -> closeBehind(alarm, banks));
        SandboxServer sandbox = new SandboxServer(config, alarm, banks, kept, server, worlds, gate);
        own.bound(sandbox.ports().values());
        KeptWorlds.resume(worlds);
        Map<String, Integer> ports = doneOrUndone(() -> PortsFile.write(sandbox.ports(), config), sandbox::close);
        listening.set(Optional.of(new ControlContext.Listening(ports, pki.bundle())));
        running.set(Optional.of(server));
        return sandbox;
    }

    /** Takes connections from now on, those that wait first. */
    void accept() {
        server.accept();
    }

    @Override
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        config.listeners().stream().filter(server::has).forEach(listener -> ports.put(listener, server.port(listener)));
        return ports;
    }

    @Override
    public Optional<Worlds> worlds() {
        return Optional.of(worlds);
    }

    @Override
    public Optional<String> controlToken() {
        return gate.first();
    }

    @Override
    public void close() {
        PortsFile.remove(ports(), config);
        server.close();
        alarm.close();
        kept.close();
        banks.forEach(BankServer::close);
    }

    /** Whether each takes connections; none does before the server runs. */
    private static Supplier<Optional<String>> listeners(ServerConfig config, Supplier<Optional<HttpServer>> running) {
        return () -> {
            List<String> silent = running.get().map(HttpServer::silent).orElseGet(config::listeners);
            return silent.isEmpty() ? Optional.empty() : Optional.of("no answer at " + String.join(", ", silent));
        };
    }

    /** What the listeners stand on. */
    private static void closeBehind(RealAlarm alarm, List<BankServer> banks) {
        alarm.close();
        banks.forEach(BankServer::close);
    }

    /** A start that fails half-way leaves nothing running. */
    private static <T> T doneOrUndone(Supplier<T> step, Runnable undo) {
        try {
            return step.get();
        } catch (RuntimeException failed) {
            undo.run();
            throw failed;
        }
    }

    private static List<Slot<?>> slots(List<BankServer> banks, Slot<?> certificates, Supplier<WorldDesk> desk) {
        return Stream.concat(
                        banks.stream().flatMap(bank -> bank.slots().stream()),
                        Stream.of(ScenarioPlayer.slot(desk), certificates))
                .toList();
    }

    private static Credentials credentials(List<BankServer> banks, Function<BankServer, Map<String, String>> each) {
        Map<String, String> values = new LinkedHashMap<>();
        banks.forEach(bank -> values.putAll(each.apply(bank)));
        return new Credentials(values);
    }
}
