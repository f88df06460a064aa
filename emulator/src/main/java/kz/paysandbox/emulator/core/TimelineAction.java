package kz.paysandbox.emulator.core;

import java.util.concurrent.CompletionStage;

/**
 * Something that can be put on a world's timeline by name, so that it is still to be done after the process was started
 * anew.
 */
@FunctionalInterface
public interface TimelineAction {

    /**
     * Does it; what no longer fits is left undone.
     *
     * @param id whom it happens to
     * @param detail what else was known when it was put there
     */
    CompletionStage<?> perform(String id, String detail);
}
