package kz.paysandbox.emulator.core.journal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A world's findings, one for each rule and cause, bounded: the oldest go first. */
public final class Findings {

    private record Key(String rule, String cause) {}

    private final int most;
    private final Map<Key, Finding> findings = new LinkedHashMap<>();

    public Findings(int most) {
        this.most = most;
    }

    /** Whether anything is kept at all; what is not need not be looked for. */
    public boolean keeps() {
        return most > 0;
    }

    /** Remembers a finding, or counts it where its cause is known already. */
    public synchronized void add(Finding finding) {
        if (most == 0) {
            return;
        }
        findings.merge(new Key(finding.rule(), finding.cause()), finding, Finding::and);
        if (findings.size() > most) {
            findings.remove(findings.keySet().iterator().next());
        }
    }

    /** In the order in which they were seen first. */
    public synchronized List<Finding> all() {
        return List.copyOf(findings.values());
    }
}
