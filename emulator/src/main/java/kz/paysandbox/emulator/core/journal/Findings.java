package kz.paysandbox.emulator.core.journal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** A world's findings, bounded: the oldest go first. */
public final class Findings {

    private final int most;
    private final Deque<Finding> findings = new ArrayDeque<>();

    public Findings(int most) {
        this.most = most;
    }

    /** Whether anything is kept at all; what is not need not be looked for. */
    public boolean keeps() {
        return most > 0;
    }

    public synchronized void add(Finding finding) {
        findings.addLast(finding);
        if (findings.size() > most) {
            findings.removeFirst();
        }
    }

    /** Oldest first. */
    public synchronized List<Finding> all() {
        return List.copyOf(findings);
    }
}
