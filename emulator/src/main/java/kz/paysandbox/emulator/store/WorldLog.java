package kz.paysandbox.emulator.store;

import java.util.List;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.state.PartState;
import kz.paysandbox.emulator.core.state.StateTable;

/** A world whose changes are written. */
final class WorldLog {

    private final long id;
    private final WorldSpec spec;
    private final World world;
    private final PartState state;
    private final List<TableLog> tables;
    private volatile boolean ended;

    WorldLog(long id, World world, PartState state, ChangeQueue queue) {
        this.id = id;
        this.spec = world.spec();
        this.world = world;
        this.state = state;
        this.tables = state.tables().stream()
                .map(table -> new TableLog(this, table, queue))
                .toList();
    }

    /** Of its row; unique among the worlds of the database. */
    long id() {
        return id;
    }

    WorldSpec spec() {
        return spec;
    }

    World world() {
        return world;
    }

    PartState state() {
        return state;
    }

    List<TableLog> tables() {
        return tables;
    }

    /** Its changes are heard of from now on. */
    void listen() {
        tables.forEach(TableLog::listen);
    }

    /** How many values it has, without windows. */
    long values() {
        return state.tables().stream()
                .filter(table -> table.urgency() != StateTable.Urgency.WINDOW)
                .mapToLong(table -> table.source().keys().size())
                .sum();
    }

    /** What is still to be written of it is not written any more. */
    void end() {
        ended = true;
    }

    boolean hasEnded() {
        return ended;
    }
}
