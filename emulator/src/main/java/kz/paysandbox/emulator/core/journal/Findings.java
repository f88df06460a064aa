package kz.paysandbox.emulator.core.journal;

import java.time.Instant;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.data.ShortKey;
import kz.paysandbox.emulator.core.data.Watchers;
import kz.paysandbox.emulator.core.memory.MemoryAccount;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.core.state.ChangeSignal;
import kz.paysandbox.emulator.core.state.SingleValue;
import kz.paysandbox.emulator.core.state.StateTable;

/**
 * A world's findings, one for each rule and cause, bounded in number and in bytes: the oldest go first. Those about callers
 * without credentials are at most an eighth of them, and push nobody else's out.
 */
public final class Findings {

    /** What will be a finding once its time has come. */
    private record DueFinding(Instant due, Finding finding) {}

    /**
     * What is seen from one clearing to the next; what is said once of something is said again in the next run.
     *
     * @param since the world's instant at which findings were cleared; before all others where they never were
     */
    public record Run(long number, Instant since) {}

    private static final int MOST_WATCHERS = 10;

    private static final int STRANGERS_PART = 8;

    private final int most;
    private final Supplier<Instant> now;
    private final MemoryAccount account;
    private final Map<FindingKey, Finding> findings = new LinkedHashMap<>();
    private final Set<FindingKey> ofStrangers = new LinkedHashSet<>();
    private final Map<String, DueFinding> awaited = new LinkedHashMap<>();
    private final Map<String, Finding.Severity> gone = new HashMap<>();
    private final Exercises exercises = new Exercises();
    private final Watchers<Finding> changes = new Watchers<>(MOST_WATCHERS);
    private long forgotten;
    private final ChangeSignal signal = new ChangeSignal();
    private final ChangeSignal running = new ChangeSignal();
    private Run run = new Run(0, Instant.MIN);

    /**
     * @param most findings that are kept; nothing is found where it is 0
     * @param now the world's present
     */
    public Findings(int most, Supplier<Instant> now) {
        this(most, now, WorldMemory.unbounded());
    }

    /** As {@link #Findings(int, Supplier)}, bounded in bytes too. */
    public Findings(int most, Supplier<Instant> now, WorldMemory memory) {
        this.most = most;
        this.now = now;
        this.account = memory.account(MemoryKind.FINDINGS, this::evictOldest);
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
    public boolean again(String rule, String cause, Finding.Severity severity, List<Long> requests) {
        long larger;
        synchronized (this) {
            FindingKey key = new FindingKey(rule, ShortKey.of(cause));
            Finding known = findings.get(key);
            if (known == null) {
                return false;
            }
            Finding seen = known.again(severity, requests);
            signal.changing(key);
            findings.put(key, seen);
            ofStrangers.remove(key);
            changes.tell(seen);
            larger = seen.bytes() - known.bytes();
        }
        account.keep(larger);
        return true;
    }

    /** Remembers a finding, or counts it where its cause is known already. */
    public void add(Finding finding) {
        if (keeps()) {
            account.keep(remember(finding, false));
        }
    }

    /** As {@link #add}, about a caller without credentials. */
    public void addOfStranger(Finding finding) {
        if (keeps()) {
            account.keep(remember(finding, true));
        }
    }

    /** Returns how many bytes more are held. */
    private synchronized long remember(Finding finding, boolean stranger) {
        FindingKey key = new FindingKey(finding.rule(), finding.cause());
        Finding before = findings.get(key);
        Finding known = before == null ? finding : before.and(finding);
        signal.changing(key);
        findings.put(key, known);
        if (!stranger) {
            ofStrangers.remove(key);
        } else if (before == null) {
            ofStrangers.add(key);
        }
        long freed = 0;
        if (ofStrangers.size() > Math.max(1, most / STRANGERS_PART)) {
            freed += forget(ofStrangers.iterator().next());
        }
        if (findings.size() > most) {
            freed += forget(oldest());
        }
        changes.tell(known);
        return known.bytes() - (before == null ? 0 : before.bytes()) - freed;
    }

    private FindingKey oldest() {
        return ofStrangers.isEmpty()
                ? findings.keySet().iterator().next()
                : ofStrangers.iterator().next();
    }

    private long forget(FindingKey key) {
        signal.changing(key);
        running.changing(SingleValue.KEY);
        Finding oldest = findings.remove(key);
        ofStrangers.remove(key);
        forgotten++;
        if (oldest == null) {
            return 0;
        }
        gone.merge(
                oldest.rule(),
                oldest.severity(),
                (known, severity) -> known.compareTo(severity) >= 0 ? known : severity);
        return oldest.bytes();
    }

    private synchronized boolean evictOldest() {
        if (findings.size() > awaited.size()) {
            account.give(forget(oldest()));
        } else if (!awaited.isEmpty()) {
            account.give(forgetAwaited());
        } else {
            return false;
        }
        return true;
    }

    private long forgetAwaited() {
        Iterator<DueFinding> oldest = awaited.values().iterator();
        long freed = oldest.next().finding().bytes();
        oldest.remove();
        forgotten++;
        return freed;
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
    public void expect(String name, Instant due, Finding finding) {
        if (keeps()) {
            account.keep(await(name, new DueFinding(due, finding)));
        }
    }

    private synchronized long await(String name, DueFinding due) {
        DueFinding before = awaited.put(name, due);
        long more =
                due.finding().bytes() - (before == null ? 0 : before.finding().bytes());
        return awaited.size() > most ? more - forgetAwaited() : more;
    }

    /**
     * What was expected is not to be found; a finding whose time has come stays.
     *
     * @return whether anything was expected
     */
    public synchronized boolean withdraw(String name) {
        settle();
        DueFinding known = awaited.remove(name);
        account.give(known == null ? 0 : known.finding().bytes());
        return known != null;
    }

    /** How many went because of the limit, since they were cleared last. */
    public synchronized long forgotten() {
        return forgotten;
    }

    /** The rules of those that went because of the limit, since they were cleared last, each with its gravest one. */
    public synchronized Map<String, Finding.Severity> gone() {
        return Map.copyOf(gone);
    }

    /** How often callers were in the situations in which rules are kept or broken, since they were cleared last. */
    public Exercises exercises() {
        return exercises;
    }

    /** In the order in which they were seen first. */
    public synchronized List<Finding> all() {
        settle();
        return List.copyOf(findings.values());
    }

    /**
     * Forgets what was found, that some of it went, and the situations that were counted; what is to be found later still is.
     */
    public synchronized void clear() {
        settle();
        running.changing(SingleValue.KEY);
        findings.keySet().forEach(signal::changing);
        findings.values().forEach(finding -> account.give(finding.bytes()));
        findings.clear();
        ofStrangers.clear();
        gone.clear();
        exercises.clear();
        forgotten = 0;
        run = new Run(run.number() + 1, now.get());
    }

    /** What was found, to be kept outside the process; what is expected is not. */
    public List<StateTable<?>> tables() {
        return FindingsState.tables(this, signal, running);
    }

    synchronized FindingsState state() {
        return new FindingsState(
                run.number(), Optional.of(run.since()).filter(since -> !since.equals(Instant.MIN)), forgotten, gone);
    }

    synchronized void restore(FindingsState kept) {
        run = new Run(kept.run(), kept.since().orElse(Instant.MIN));
        forgotten = kept.forgotten();
        gone.putAll(kept.gone());
    }

    synchronized Optional<Finding> find(String key) {
        return Optional.ofNullable(findings.get(FindingKey.of(key)));
    }

    synchronized List<String> keys() {
        return findings.keySet().stream().map(FindingKey::toString).toList();
    }

    /** The present one. */
    public synchronized Run run() {
        return run;
    }

    /** What was expected is found: what it takes is counted already. */
    private void settle() {
        if (awaited.isEmpty()) {
            return;
        }
        Instant present = now.get();
        for (Iterator<DueFinding> waiting = awaited.values().iterator(); waiting.hasNext(); ) {
            DueFinding next = waiting.next();
            if (!next.due().isAfter(present)) {
                waiting.remove();
                account.give(next.finding().bytes() - remember(next.finding(), false));
            }
        }
    }
}
