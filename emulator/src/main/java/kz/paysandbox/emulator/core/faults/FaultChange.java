package kz.paysandbox.emulator.core.faults;

/**
 * Something that happened to a fault.
 *
 * @param id the fault's
 */
public record FaultChange(String id, Kind kind) {

    /** What happened. */
    public enum Kind {
        ADDED,
        /** It met a call, whether or not it happened to it. */
        MET,
        REMOVED
    }
}
