package kz.paysandbox.certs;

import java.util.List;
import java.util.function.Function;
import kz.paysandbox.certs.csr.CsrFinding;
import kz.paysandbox.certs.store.RegisteredCertificate;

/** The CA's answer to a certificate request. */
public sealed interface Signing {
    /** What the lint found; for {@link Refused} at least one error, for {@link Signed} warnings only. */
    List<CsrFinding> findings();

    /** Handles both answers. */
    <T> T fold(Function<Signed, T> signed, Function<Refused, T> refused);

    /**
     * The request follows Annex 2.
     *
     * @param certificatePem the leaf alone, as the bank delivers it
     */
    record Signed(String certificatePem, RegisteredCertificate entry, List<CsrFinding> findings) implements Signing {
        public Signed {
            findings = List.copyOf(findings);
        }

        @Override
        public <T> T fold(Function<Signed, T> signed, Function<Refused, T> refused) {
            return signed.apply(this);
        }
    }

    /** The request breaks Annex 2 and nothing was issued. */
    record Refused(List<CsrFinding> findings) implements Signing {
        public Refused {
            findings = List.copyOf(findings);
        }

        @Override
        public <T> T fold(Function<Signed, T> signed, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }
}
