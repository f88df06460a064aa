package kz.paysandbox.emulator.core;

/**
 * Something that happened to a world as a whole.
 *
 * @param world as it is then; one that was deleted as it was
 */
public record WorldChange(World world, Kind kind) {

    /** What happened. */
    public enum Kind {
        MADE,
        /** It began again, as another object of the same name. */
        RESET,
        DELETED
    }
}
