package kz.paysandbox.emulator.scenario;

import java.time.Duration;

/**
 * An act and its time.
 *
 * @param at after the scenario's start, on the world's clock
 */
record Step(Duration at, Act act) {}
