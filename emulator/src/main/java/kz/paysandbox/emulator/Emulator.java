package kz.paysandbox.emulator;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import kz.paysandbox.emulator.control.ControlJson;
import kz.paysandbox.emulator.control.ControlRoom;
import kz.paysandbox.emulator.control.Director;
import kz.paysandbox.emulator.control.Gate;
import kz.paysandbox.emulator.core.Credentials;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
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

    private final EmulatorConfig config;
    private final RealAlarm alarm;
    private final HttpServer server;
    private final Worlds worlds;
    private final Gate gate;

    private Emulator(EmulatorConfig config, RealAlarm alarm, HttpServer server, Worlds worlds, Gate gate) {
        this.config = config;
        this.alarm = alarm;
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
        SecureRandom random = new SecureRandom();
        InstantSource machine = InstantSource.system();
        PkiFolder pki = PkiFolder.prepare(config, machine, random);
        WorldLimits limits = config.worldLimits(Runtime.getRuntime().maxMemory());
        KaspiConfig kaspi = KaspiConfig.from(config.settings(), config.level(), limits);
        RealAlarm alarm = new RealAlarm();
        Worlds worlds = new Worlds(
                machine,
                alarm,
                config.settings().smallNumber("limits.worlds"),
                limits,
                List.of(KaspiWorld.slot(kaspi.rules()), Play.slot()));
        worlds.create(new WorldSpec(
                Worlds.MAIN, config.seed(), Optional.empty(), new Credentials(KaspiWorld.mainCredentials())));
        CertificateRegistry registry = new CertificateRegistry(pki.file("registry.json"), System::nanoTime);
        Gate gate = new Gate(config.isLoopback() ? Optional.empty() : Optional.of(ControlToken.fresh(random)));
        AtomicBoolean up = new AtomicBoolean();
        ControlRoom room = new ControlRoom(
                worlds,
                List.of(new KaspiDesk()),
                new KaspiMerchantDesk(),
                new PkiIdentities(pki.authority(), registry, KaspiWorld.BINS),
                new Library(),
                config.settings(),
                up::get,
                () -> new Credentials(KaspiWorld.freshCredentials(random)),
                config.seed(),
                new ControlJson());
        config.firstScenario().ifPresent(first -> new Director(room).play(worlds.main(), first.scenario()));
        List<Listener> listeners = new Listeners(config, worlds, kaspi, pki, registry).with(room, gate);
        HttpServer server = HttpServer.start(
                listeners,
                config.httpLimits(),
                System::nanoTime,
                fingerprint -> registry.find(fingerprint)
                        .flatMap(known -> worlds.named(known.world()))
                        .orElseGet(worlds::main));
        Emulator emulator = new Emulator(config, alarm, server, worlds, gate);
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

    /** What the control surface demands where it is bound beyond the loopback. */
    public Optional<String> controlToken() {
        return gate.token();
    }

    @Override
    public void close() {
        PortsFile.remove(ports(), config);
        server.close();
        alarm.close();
    }
}
