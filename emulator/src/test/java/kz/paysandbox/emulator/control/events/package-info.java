/** The stream of events, read by readers that are in time and readers that are not. */
@NullMarked
package kz.paysandbox.emulator.control.events;

import org.jspecify.annotations.NullMarked;
