package kz.paysandbox.emulator.http;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Finding;

/** A call on its way through one world; collects what the journal will say of it. Lives for one request. */
public final class Visit {

    private final Call call;
    private final World world;
    private final long number;
    private final List<String> notes = new ArrayList<>(0);

    Visit(Call call, World world, long number) {
        this.call = call;
        this.world = world;
        this.number = number;
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

    /** Tells the developer who reads the journal; no secrets. */
    public void note(String note) {
        notes.add(note);
    }

    /** Records a deviation of the caller, with this request as its evidence. */
    public void finding(String rule, String clause, Finding.Severity severity, String evidence) {
        world.findings().add(new Finding(rule, clause, severity, evidence, List.of(number), world.now()));
    }

    List<String> notes() {
        return notes;
    }
}
