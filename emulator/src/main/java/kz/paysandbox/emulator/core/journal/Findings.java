package kz.paysandbox.emulator.core.journal;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.data.ShortKey;
import kz.paysandbox.emulator.core.data.Watchers;

/** A world's findings, one for each rule and cause, bounded: the oldest go first. */
public final class Findings {

    private record Key(String rule, String cause) {}

    /** What will be a finding once its time has come. */
    private record DueFinding(Instant due, Finding finding) {}

    private static final int MOST_WATCHERS = 10;

    private final int most;
    private final Supplier<Instant> now;
    private final Map<Key, Finding> findings = new LinkedHashMap<>();
    private final Map<String, DueFinding> awaited = new LinkedHashMap<>();
    private final Watchers<Finding> changes = new Watchers<>(MOST_WATCHERS);
    private long forgotten;

    /**
     * @param most findings that are kept; nothing is found where it is 0
     * @param now the world's present
     */
    public Findings(int most, Supplier<Instant> now) {
        this.most = most;
        this.now = now;
    }

    /** Whether anything is kept at all; what is not need not be looked for. */
    public boolean keeps() {
        return most > 0;
    }

    /**
     * Counts a finding whose cause is known already.
     *
     * @return false where it is not, and nothing was done
     */
    public synchronized boolean again(String rule, String cause, Finding.Severity severity, List<Long> requests) {
        Key key = new Key(rule, ShortKey.of(cause));
        Finding known = findings.get(key);
        if (known == null) {
            return false;
        }
        Finding seen = known.again(severity, requests);
        findings.put(key, seen);
        changes.tell(seen);
        return true;
    }

    /** Remembers a finding, or counts it where its cause is known already. */
    public synchronized void add(Finding finding) {
        if (most == 0) {
            return;
        }
        Finding known = findings.merge(new Key(finding.rule(), finding.cause()), finding, Finding::and);
        if (findings.size() > most) {
            findings.remove(findings.keySet().iterator().next());
            forgotten++;
        }
        changes.tell(known);
    }

    /** Tells of each finding when it is remembered or counted again. */
    public Watchers<Finding> changes() {
        return changes;
    }

    /**
     * Remembers a finding at an instant to come, unless what the caller has left undone is done by then.
     *
     * @param name by which it is known to {@link #withdraw}
     */
    public synchronized void expect(String name, Instant due, Finding finding) {
        if (most == 0) {
            return;
        }
        awaited.put(name, new DueFinding(due, finding));
        if (awaited.size() > most) {
            awaited.remove(awaited.keySet().iterator().next());
            forgotten++;
        }
    }

    /** What was expected is not to be found; a finding whose time has come stays. */
    public synchronized void withdraw(String name) {
        settle();
        awaited.remove(name);
    }

    /** How many went because of the limit, since they were cleared last. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** In the order in which they were seen first. */
    public synchronized List<Finding> all() {
        settle();
        return List.copyOf(findings.values());
    }

    /** Forgets what was found, and that some of it went; what is to be found later still is. */
    public synchronized void clear() {
        settle();
        findings.clear();
        forgotten = 0;
    }

    private void settle() {
        if (awaited.isEmpty()) {
            return;
        }
        Instant present = now.get();
        for (Iterator<DueFinding> waiting = awaited.values().iterator(); waiting.hasNext(); ) {
            DueFinding next = waiting.next();
            if (!next.due().isAfter(present)) {
                waiting.remove();
                add(next.finding());
            }
        }
    }
}
