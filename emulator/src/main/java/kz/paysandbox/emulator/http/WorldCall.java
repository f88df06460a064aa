package kz.paysandbox.emulator.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.core.journal.Finding;

/** A call on its way through one world; collects what the journal will say of it. Lives for one request. */
public final class WorldCall {

    private final Call call;
    private final World world;
    private final long number;
    private final List<String> notes = new ArrayList<>(0);
    private final boolean stranger;
    private boolean answerDelivered = true;
    private Optional<Predicate<Reply>> delivery = Optional.empty();

    /**
     * @param stranger whether the call has no credentials that this sandbox gave out
     */
    public WorldCall(Call call, World world, long number, boolean stranger) {
        this.call = call;
        this.world = world;
        this.number = number;
        this.stranger = stranger;
    }

    public Call call() {
        return call;
    }

    public World world() {
        return world;
    }

    /** The journal's number for it. */
    public long number() {
        return number;
    }

    public boolean isStranger() {
        return stranger;
    }

    /** Whether the caller gets what is answered as it was said; a fault may lose it, or put other words into it. */
    public boolean answerDelivered() {
        return answerDelivered;
    }

    public void answerDelivered(boolean arrives) {
        answerDelivered = arrives;
    }

    /** Has it judged once more by the answer itself, which a fault may leave as it is. */
    public void answerDelivered(Predicate<Reply> arrives) {
        delivery = Optional.of(arrives);
    }

    /** Tells what is answered, before the rules about callers look at the call. */
    public void answered(Reply reply) {
        delivery.ifPresent(arrives -> answerDelivered = arrives.test(reply));
    }

    /** Tells the developer who reads the journal; no secrets. */
    public void note(String note) {
        notes.add(ExchangeRedaction.words(note));
    }

    /** As {@link #note}, unless the same was noted before. */
    public void noteOnce(String note) {
        String kept = ExchangeRedaction.words(note);
        if (!notes.contains(kept)) {
            notes.add(kept);
        }
    }

    /** Records a deviation of the caller, with this request as its evidence. */
    public void finding(Clause clause, String evidence) {
        finding(clause, clause.severity(), evidence, List.of());
    }

    /**
     * Records a deviation that it takes several requests to see.
     *
     * @param severity in place of the clause's own
     * @param earlier numbers of the requests before this one
     */
    public void finding(Clause clause, Finding.Severity severity, String evidence, List<Long> earlier) {
        finding(clause, severity, () -> evidence, evidence, earlier);
    }

    /**
     * Records a deviation that may come again with other words.
     *
     * @param evidence asked for where the cause is not known yet
     * @param cause the same for each time; never shown
     */
    public void finding(
            Clause clause, Finding.Severity severity, Supplier<String> evidence, String cause, List<Long> earlier) {
        List<Long> requests = requests(earlier);
        if (isStranger()) {
            world.findings().addOfStranger(found(clause, severity, evidence, cause, requests));
        } else if (!world.findings().again(clause.rule(), cause, severity, requests)) {
            world.findings().add(found(clause, severity, evidence, cause, requests));
        }
    }

    private Finding found(
            Clause clause, Finding.Severity severity, Supplier<String> evidence, String cause, List<Long> requests) {
        return new Finding(
                clause.rule(),
                clause.text(),
                severity,
                ExchangeRedaction.words(evidence.get()),
                cause,
                1,
                requests,
                world.now());
    }

    private List<Long> requests(List<Long> earlier) {
        List<Long> requests = new ArrayList<>(earlier.size() + 1);
        for (Long known : earlier) {
            if (known > 0 && known != number && !requests.contains(known)) {
                requests.add(known);
            }
        }
        if (number > 0) {
            requests.add(number);
        }
        Collections.sort(requests);
        return requests;
    }

    public List<String> notes() {
        return notes;
    }
}
