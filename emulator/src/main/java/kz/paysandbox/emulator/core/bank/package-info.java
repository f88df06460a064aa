/** A bank as the server's rooms see it: what it is called, what it has, what it tells applications. */
@NullMarked
package kz.paysandbox.emulator.core.bank;

import org.jspecify.annotations.NullMarked;
