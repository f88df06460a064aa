package kz.paysandbox.emulator.scenario;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the banks' tables say of a fault; filled by whoever knows the banks. */
@FunctionalInterface
public interface FaultRules {

    /** Where nothing is known of the banks: the form alone is judged. */
    FaultRules NONE = fault -> Optional.empty();

    /**
     * Why a fault could never happen, as with a mistyped endpoint.
     *
     * @param fault as {@code POST /faults} takes it
     */
    Optional<String> refusalOf(Map<String, Object> fault);

    /** The banks' names; empty where they are not known, and any will do. */
    default List<String> banks() {
        return List.of();
    }
}
