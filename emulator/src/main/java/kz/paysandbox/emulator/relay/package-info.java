/** Connections of clients, relayed to the node that owns the worlds; knows neither worlds nor HTTP. */
@NullMarked
package kz.paysandbox.emulator.relay;

import org.jspecify.annotations.NullMarked;
