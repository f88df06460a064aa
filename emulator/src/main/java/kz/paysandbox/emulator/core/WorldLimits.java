package kz.paysandbox.emulator.core;

import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.memory.ServerMemory;

/**
 * Bounds of what callers can make one world hold.
 *
 * @param payments payments of each bank; the oldest final ones go first
 * @param journal journal entries; the oldest go first
 * @param findings findings; the oldest go first
 * @param tasks things to do later; more are refused
 * @param journals bytes of the journals, which all worlds share
 * @param memory bytes of everything else, which all worlds share
 */
public record WorldLimits(
        int payments, int journal, int findings, int tasks, JournalMemory journals, ServerMemory memory) {

    /** With as many bytes as there are. */
    public WorldLimits(int payments, int journal, int findings, int tasks) {
        this(payments, journal, findings, tasks, JournalMemory.unbounded(), ServerMemory.unbounded());
    }
}
