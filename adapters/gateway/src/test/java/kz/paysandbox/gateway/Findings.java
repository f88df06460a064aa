package kz.paysandbox.gateway;

import java.util.List;
import java.util.Set;
import kz.paysandbox.junit.SandboxWorld;

/** Where a gateway left the bank's rules. */
public final class Findings {
    private Findings() {}

    /**
     * Errors and warnings of a world; notes, such as that callbacks go to this machine, do not count.
     *
     * @param accepted rules that the test's shop breaks, not the gateway
     */
    public static List<String> of(SandboxWorld world, Set<String> accepted) {
        return world.journal().findings().stream()
                .filter(finding -> !finding.severity().equals("note") && !accepted.contains(finding.rule()))
                .map(finding -> finding.rule() + ": " + finding.evidence())
                .toList();
    }
}
