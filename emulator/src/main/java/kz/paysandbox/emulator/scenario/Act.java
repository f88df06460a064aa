package kz.paysandbox.emulator.scenario;

import java.util.Map;

/**
 * Something a scenario does to its world.
 *
 * @param target whom it concerns: {@code last}, {@code first} or a number for a payment or device, an id, a name; empty
 *     where the details say it all
 * @param details what goes with it, as the control surface takes it
 */
public record Act(ActKind kind, String target, Map<String, Object> details) {

    public Act {
        details = Map.copyOf(details);
    }

    /** For people. */
    public String words() {
        return target.isEmpty() ? kind.key() : kind.key() + " " + target;
    }
}
