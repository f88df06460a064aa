package kz.paysandbox.emulator.cli.start;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.EmulatorConfig;
import kz.paysandbox.emulator.cli.terminal.HomePorts;
import kz.paysandbox.emulator.http.server.BoundPort;
import kz.paysandbox.emulator.http.server.PortInUse;

/** The doctor's round: Java, ports, the running sandbox, its certificates, the application's certificate. */
final class Checkup {

    private static final int LEAST_JAVA = 17;

    private final EmulatorConfig config;
    private final Optional<Path> certificate;

    Checkup(EmulatorConfig config, Optional<Path> certificate) {
        this.config = config;
        this.certificate = certificate;
    }

    List<Diagnosis> run() {
        List<Diagnosis> diagnoses = new ArrayList<>();
        diagnoses.add(java());
        boolean running = isRunning();
        diagnoses.add(
                running
                        ? Diagnosis.fine("sandbox", "running, control surface on port " + controlPort())
                        : Diagnosis.warning("sandbox", "not running", "start it with: sandbox up"));
        if (!running) {
            config.ports().keySet().forEach(listener -> diagnoses.add(port(listener)));
        }
        CertificateCheckup certificates = new CertificateCheckup(config.pki());
        diagnoses.addAll(certificates.folder());
        certificate.ifPresent(file -> diagnoses.add(certificates.application(file)));
        if (running) {
            diagnoses.add(certificates.trust(
                    Environment.ports(config).values().iterator().next()));
        }
        return diagnoses;
    }

    private static Diagnosis java() {
        int version = Runtime.version().feature();
        return version >= LEAST_JAVA
                ? Diagnosis.fine("java", String.valueOf(Runtime.version()))
                : Diagnosis.broken("java", "version " + version, "install a JDK " + LEAST_JAVA + " or newer");
    }

    private Diagnosis port(String listener) {
        int port = config.port(listener);
        try (BoundPort free = BoundPort.open(listener, config.addresses(), port)) {
            return Diagnosis.fine(
                    "port " + listener,
                    (port == 0 ? "any" : port) + " is free on " + String.join(" and ", config.addresses())
                            + (free.number() > 0 ? "" : ", it seems"));
        } catch (PortInUse taken) {
            return Diagnosis.broken(
                    "port " + listener,
                    port + " cannot be bound: " + taken.reason(),
                    "end what holds it, or choose another: sandbox up --port " + listener + "=0");
        }
    }

    private boolean isRunning() {
        return HomePorts.of(config.home())
                .filter(ports -> HealthProbe.isUp(
                        URI.create("http://" + config.localHost() + ":" + ports.control() + "/__sandbox/health")))
                .isPresent();
    }

    private int controlPort() {
        return Environment.ports(config).getOrDefault("control", 0);
    }
}
