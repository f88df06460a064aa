package kz.paysandbox.features.targets;

import java.util.Set;
import kz.paysandbox.features.bank.Need;

/** Whom the suite talks to. Safe for parallel scenarios, each of which opens a session of its own. */
public interface Target extends AutoCloseable {

    String name();

    /** What scenarios may demand here. */
    Set<Need> offers();

    TargetSession open();

    @Override
    void close();
}
