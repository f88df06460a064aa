package kz.paysandbox.emulator.core.state;

import java.util.List;

/**
 * What of a part of a world outlives the process.
 *
 * @param tables in the order in which they come back
 * @param references types of values that are kept by name
 */
public record PartState(List<StateTable<?>> tables, List<Reference<?>> references) {

    /** Nothing. */
    public static final PartState NONE = new PartState(List.of(), List.of());

    public PartState {
        tables = List.copyOf(tables);
        references = List.copyOf(references);
    }

    public static PartState of(StateTable<?>... tables) {
        return new PartState(List.of(tables), List.of());
    }
}
