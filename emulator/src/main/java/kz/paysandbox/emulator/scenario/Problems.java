package kz.paysandbox.emulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong with a text, with positions; bounded, since nobody reads the hundredth. */
final class Problems {

    private static final int MOST = 20;

    private final List<Problem> found = new ArrayList<>();
    private final FaultRules faults;

    Problems(FaultRules faults) {
        this.faults = faults;
    }

    /** Why a fault of this text could never happen. */
    Optional<String> refusalOf(Map<String, Object> fault) {
        return faults.refusalOf(fault);
    }

    int count() {
        return found.size();
    }

    void at(Node node, String message) {
        at(node.getStartMark(), message);
    }

    void at(Mark mark, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(mark.getLine() + 1, mark.getColumn() + 1, message));
        }
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    List<Problem> all() {
        return List.copyOf(found);
    }
}
