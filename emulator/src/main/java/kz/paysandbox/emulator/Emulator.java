package kz.paysandbox.emulator;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import kz.paysandbox.emulator.control.ControlJson;
import kz.paysandbox.emulator.control.ControlRoom;
import kz.paysandbox.emulator.control.Director;
import kz.paysandbox.emulator.control.Gate;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.Heap;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.net.OwnListeners;
import kz.paysandbox.emulator.epay.CallbackSlot;
import kz.paysandbox.emulator.epay.Cryptograms;
import kz.paysandbox.emulator.epay.EpayConfig;
import kz.paysandbox.emulator.epay.EpayConsole;
import kz.paysandbox.emulator.epay.EpayDesk;
import kz.paysandbox.emulator.epay.EpayWorld;
import kz.paysandbox.emulator.epay.callbacks.Sender;
import kz.paysandbox.emulator.http.HttpServer;
import kz.paysandbox.emulator.http.Listener;
import kz.paysandbox.emulator.http.tls.CertificateRegistry;
import kz.paysandbox.emulator.kaspi.KaspiConfig;
import kz.paysandbox.emulator.kaspi.KaspiDesk;
import kz.paysandbox.emulator.kaspi.KaspiMerchantDesk;
import kz.paysandbox.emulator.kaspi.KaspiWorld;
import kz.paysandbox.emulator.scenario.Library;
import kz.paysandbox.emulator.scenario.Play;

/** A running sandbox: all listeners of both banks and the control surface. The composition root. */
public final class Emulator implements AutoCloseable {

    /** A card payment with its order, links and callback takes about so many times what a QR payment takes. */
    private static final int CARD_PAYMENT_WEIGHT = 4;

    private final EmulatorConfig config;
    private final RealAlarm alarm;
    private final Cryptograms cryptograms;
    private final Sender sender;
    private final HttpServer server;
    private final Worlds worlds;
    private final Gate gate;

    private Emulator(
            EmulatorConfig config,
            RealAlarm alarm,
            Cryptograms cryptograms,
            Sender sender,
            HttpServer server,
            Worlds worlds,
            Gate gate) {
        this.config = config;
        this.alarm = alarm;
        this.cryptograms = cryptograms;
        this.sender = sender;
        this.server = server;
        this.worlds = worlds;
        this.gate = gate;
    }

    /**
     * Starts a sandbox, and returns when every listener can answer. The first start in a home folder makes its
     * certificates, which takes seconds.
     *
     * @throws IllegalArgumentException where the settings name a scenario that cannot be read
     * @throws kz.paysandbox.emulator.http.PortInUse where a port is taken
     * @throws kz.paysandbox.emulator.http.tls.KeyMaterialException where a certificate or key cannot be used
     */
    public static Emulator start(EmulatorConfig config) {
        return start(config, Heap.unwatched());
    }

    /**
     * As {@link #start(EmulatorConfig)}, in a process of its own, which ends once an allocation has failed.
     *
     * @param outOfMemory what an allocation that failed leads to
     */
    public static Emulator start(EmulatorConfig config, Consumer<OutOfMemoryError> outOfMemory) {
        return start(config, HeapWatch.ofThisProcess(outOfMemory));
    }

    static Emulator start(EmulatorConfig config, Heap memory) {
        SecureRandom random = new SecureRandom();
        InstantSource machine = InstantSource.system();
        PkiFolder pki = PkiFolder.prepare(config, machine, random);
        long heap = Runtime.getRuntime().maxMemory();
        JournalMemory journals = config.journalMemory(heap);
        WorldLimits limits = config.worldLimits(heap, journals);
        KaspiConfig kaspi = KaspiConfig.from(config.settings(), config.level(), limits);
        WorldLimits cardLimits = config.worldLimits(heap / CARD_PAYMENT_WEIGHT, journals);
        EpayConfig epay = EpayConfig.from(config.settings(), config.level(), cardLimits);
        Cryptograms cryptograms =
                Cryptograms.with(pki.file("epay-rsa.key"), Runtime.getRuntime().availableProcessors());
        OwnListeners own = new OwnListeners();
        Sender sender = CallbackSlot.sender(epay.callbacks(), pki.file("ca-bundle.pem"), random, own);
        RealAlarm alarm = new RealAlarm();
        Worlds worlds = new Worlds(
                machine,
                alarm,
                config.settings().smallNumber("limits.worlds"),
                limits,
                List.of(
                        KaspiWorld.slot(kaspi.rules(), kaspi.organizations()),
                        KaspiWorld.manners(),
                        EpayWorld.slot(epay.rules()),
                        EpayWorld.manners(epay.level()),
                        CallbackSlot.of(epay.callbacks(), sender),
                        Play.slot()));
        worlds.create(new WorldSpec(
                Worlds.MAIN,
                config.seed(),
                Optional.empty(),
                both(KaspiWorld.mainCredentials(kaspi), EpayWorld.mainCredentials())));
        CertificateRegistry registry = new CertificateRegistry(pki.file("registry.json"));
        Gate gate = new Gate(
                config.isLoopback()
                        ? Optional.empty()
                        : Optional.of(ControlToken.of(config.controlToken(), config.tokenFile(), random)));
        AtomicBoolean up = new AtomicBoolean();
        ControlJson json = new ControlJson();
        ControlRoom room = new ControlRoom(
                worlds,
                List.of(new KaspiDesk(), new EpayDesk(epay)),
                new KaspiMerchantDesk(),
                new PkiIdentities(pki.authority(), machine, registry, KaspiWorld.BINS),
                new Library(),
                new EpayRows(new EpayConsole(epay), json).table(),
                config.settings(),
                up::get,
                () -> both(KaspiWorld.freshCredentials(random), EpayWorld.freshCredentials(random)),
                config.seed(),
                json);
        config.firstScenario().ifPresent(first -> new Director(room).play(worlds.main(), first.scenario()));
        List<Listener> listeners =
                new Listeners(config, worlds, kaspi, epay, cryptograms, pki, registry).with(room, gate);
        HttpServer server = HttpServer.start(
                listeners,
                config.httpLimits(heap),
                System::nanoTime,
                memory,
                worlds::hasItsShare,
                fingerprint -> registry.find(fingerprint)
                        .flatMap(known -> worlds.named(known.world()))
                        .orElseGet(worlds::main));
        Emulator emulator = new Emulator(config, alarm, cryptograms, sender, server, worlds, gate);
        own.bound(emulator.ports().values());
        PortsFile.write(emulator.ports(), config);
        up.set(true);
        return emulator;
    }

    /** The ports in use, by the listeners' public names. */
    public Map<String, Integer> ports() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ServerSettings.LISTENERS.stream()
                .filter(server::has)
                .forEach(listener -> ports.put(listener, server.port(listener)));
        return ports;
    }

    public EmulatorConfig config() {
        return config;
    }

    /** The default world. */
    public World world() {
        return worlds.main();
    }

    /**
     * A world by its name.
     *
     * @throws java.util.NoSuchElementException where there is none
     */
    public World world(String name) {
        return worlds.named(name).orElseThrow();
    }

    /** What the control surface demands where it is bound beyond the loopback. */
    public Optional<String> controlToken() {
        return gate.token();
    }

    @Override
    public void close() {
        PortsFile.remove(ports(), config);
        server.close();
        alarm.close();
        sender.close();
        cryptograms.close();
    }

    private static Credentials both(Map<String, String> kaspi, Map<String, String> epay) {
        Map<String, String> values = new LinkedHashMap<>(kaspi);
        values.putAll(epay);
        return new Credentials(values);
    }
}
