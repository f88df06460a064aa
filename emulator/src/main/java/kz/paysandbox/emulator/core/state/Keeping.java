package kz.paysandbox.emulator.core.state;

import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** Whether what has changed in worlds is kept outside the process, so that it outlives it. */
public interface Keeping {

    /** Nothing is kept: worlds end with the process. */
    Keeping NOTHING = all -> Optional.empty();

    /**
     * Whether an answer may go out.
     *
     * @param all whether it may tell of anything, as the control surface's do; else only of what is kept before answers
     * @return ends when all that has changed until now is kept, with a {@link NotKept} where it cannot be; empty where
     *     there is nothing to wait for
     */
    Optional<CompletionStage<Void>> pending(boolean all);
}
