/** What happens in a world, as a stream of events for whoever watches: a page, a test, a terminal. */
@NullMarked
package kz.paysandbox.emulator.control.events;

import org.jspecify.annotations.NullMarked;
