package kz.paysandbox.emulator.kaspi.rules;

import java.time.Duration;
import java.util.Optional;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.journal.Findings;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.http.tls.ClientCertificate;

/** 1.3.2: a certificate is replaced when it expires; said once for each in a run of the findings. */
final class CertificateAge implements Rule {

    private static final Duration SOON = Duration.ofDays(60);

    /** The run in which it was said of a certificate, by fingerprint. */
    private final LruCache<String, Findings.Run> told;

    CertificateAge(WorldMemory memory) {
        this.told = new LruCache<>(1_000, memory, MemoryKind.RULES, 48);
    }

    @Override
    public void look(AnsweredCall call) {
        call.worldCall().call().peer().certificate().ifPresent(held -> look(call, held));
    }

    private void look(AnsweredCall call, ClientCertificate held) {
        boolean soon = call.now().plus(SOON).isAfter(held.notAfter());
        Findings.Run run = call.worldCall().world().findings().run();
        if (soon && !told.put(held.fingerprint(), run).equals(Optional.of(run))) {
            call.finding(
                    KaspiClause.CERTIFICATE_EXPIRES,
                    "the certificate " + held.name() + " expires on " + held.notAfter());
        }
    }
}
