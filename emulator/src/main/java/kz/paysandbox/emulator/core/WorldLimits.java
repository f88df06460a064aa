package kz.paysandbox.emulator.core;

/**
 * Bounds of what callers can make one world hold.
 *
 * @param payments payments of each bank; the oldest final ones go first
 * @param journal journal entries; the oldest go first
 * @param findings findings; the oldest go first
 * @param tasks things to do later; more are refused
 */
public record WorldLimits(int payments, int journal, int findings, int tasks) {}
