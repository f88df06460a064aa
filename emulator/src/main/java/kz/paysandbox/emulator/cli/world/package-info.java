/** Commands that act in a world of a running sandbox: customers, clock, faults, requests, findings. */
@NullMarked
package kz.paysandbox.emulator.cli.world;

import org.jspecify.annotations.NullMarked;
