package kz.paysandbox.emulator.kaspi;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.kaspi.call.KaspiHandler;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.rules.Operation;

/**
 * A row of the bank's table.
 *
 * @param section of the document; empty for what was seen in production only
 * @param bin how the row learns the organisation in r3
 * @param operation what it does, for the rules about callers
 * @param codes the StatusCodes that the document lists for it
 */
public record KaspiEndpoint(
        Scheme scheme,
        String section,
        Method method,
        String path,
        Bin bin,
        Operation operation,
        KaspiHandler handler,
        List<Long> codes) {

    /** Where r3's organisation comes from. */
    public enum Bin {
        /** From the certificate or key alone. */
        NONE,
        /** {@code OrganizationBin} in the body. */
        REQUIRED,
        /** As {@link #REQUIRED} in the document; clients in production leave it out. */
        EXPECTED,
        /** In the path. */
        PATH
    }

    public KaspiEndpoint {
        codes = List.copyOf(codes);
    }

    /** Scheme and fixed segments of the path, as {@code r2 return create}; a later version says so at the end. */
    public String id() {
        String segments = Arrays.stream(path.split("/"))
                .filter(segment -> !segment.isEmpty() && !segment.startsWith("{") && !segment.matches("r\\d|v\\d\\d"))
                .collect(Collectors.joining(" "));
        return scheme.label() + " " + segments + (path.contains("/v02/") ? " v02" : "");
    }
}
