/** Where the listeners are bound and by which names they are called. */
@NullMarked
package kz.paysandbox.emulator.blackbox.network;

import org.jspecify.annotations.NullMarked;
