package kz.paysandbox.certs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Stream;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.certs.x509.KeySpec;

/** Makes what a PKI folder lacks and touches nothing that is there. */
final class Provisioning {
    /** What is made from a fresh key pair. */
    record Step(String what, KeySpec keySpec, boolean missing, Making making) {}

    /** Makes the files of a step out of its key pair. */
    @FunctionalInterface
    interface Making {
        void make(KeyPair pair) throws IOException;
    }

    private final PkiFiles files;
    private final SecureRandom random;
    private final Consumer<String> progress;
    private final AuthoritySteps authoritySteps;
    private final ClientSteps clientSteps;
    private final Registration registration;

    Provisioning(PkiFiles files, Instant now, SecureRandom random, Consumer<String> progress) {
        Authorities authorities = new Authorities(files, random);
        this.files = files;
        this.random = random;
        this.progress = progress;
        this.authoritySteps = new AuthoritySteps(files, authorities, now);
        this.clientSteps = new ClientSteps(files, new ClientIssuer(authorities, now), random);
        this.registration = new Registration(files, authorities, now);
    }

    /** Call it under the folder's lock. */
    void run() throws IOException {
        SafeFiles.removeLeftovers(files.dir());
        SafeFiles.removeLeftovers(files.dir().resolve("bad"));
        refuseOrphans();
        List<Step> steps = Stream.concat(authoritySteps.steps().stream(), clientSteps.steps().stream())
                .filter(Step::missing)
                .toList();
        make(steps);
        authoritySteps.completeBundle();
        clientSteps.completeContainers();
        registration.complete();
    }

    private void make(List<Step> steps) throws IOException {
        if (steps.isEmpty()) {
            return;
        }
        try (KeyGeneration keys = new KeyGeneration(random)) {
            Map<Step, Future<KeyPair>> ordered = new HashMap<>();
            // The 4096-bit key takes longest by far: it must not be the last to start.
            steps.stream()
                    .sorted(Comparator.comparing(step -> step.keySpec() != KeySpec.RSA_4096))
                    .forEach(step -> ordered.put(step, keys.order(step.keySpec())));
            for (Step step : steps) {
                Future<KeyPair> pair = ordered.get(step);
                if (pair != null) {
                    step.making().make(KeyGeneration.take(pair));
                    progress.accept("made " + step.what());
                }
            }
        }
    }

    /** A new authority beside certificates of a lost one would leave a folder that trusts nothing it holds. */
    private void refuseOrphans() {
        if (!Files.exists(files.intermediateCertificate())) {
            refuseIfAny(files.intermediateCertificate(), leaves());
        }
        if (!Files.exists(files.rootCertificate())) {
            refuseIfAny(files.rootCertificate(), List.of(files.intermediateCertificate()));
        }
    }

    private List<Path> leaves() {
        List<Path> leaves = new ArrayList<>(
                List.of(files.serverCertificate(), files.serverEcCertificate(), files.caBundle(), files.registry()));
        ClientSteps.DEFAULT_CLIENTS.forEach(
                client -> leaves.add(files.client(client.name()).certificate()));
        for (BadFixture fixture : BadFixture.values()) {
            leaves.add(files.bad(fixture).certificate());
        }
        return leaves;
    }

    private static void refuseIfAny(Path authority, List<Path> issued) {
        issued.stream().filter(Files::exists).findFirst().ifPresent(orphan -> {
            throw PkiException.missing(
                    authority,
                    "but " + orphan.getFileName()
                            + " comes from it; restore it, or move the folder away and start anew");
        });
    }

    /** Demands that a folder can serve: all that a server needs is there, and its certificates can be read. */
    static void demandComplete(PkiFiles files) throws IOException {
        if (!Files.isDirectory(files.dir())) {
            throw PkiException.missing(files.dir(), "run 'certs init' to make it");
        }
        List<Path> certificates =
                List.of(files.rootCertificate(), files.intermediateCertificate(), files.serverCertificate());
        List<Path> others = List.of(files.caBundle(), files.serverKey(), files.epayKey(), files.registry());
        for (Path file : certificates) {
            demand(file);
            Authorities.certificate(file);
        }
        others.forEach(Provisioning::demand);
    }

    private static void demand(Path file) {
        if (!Files.isReadable(file)) {
            throw PkiException.missing(file, "run 'certs init' to make what is missing");
        }
    }
}
