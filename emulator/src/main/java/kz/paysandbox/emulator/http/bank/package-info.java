/** The port of a bank: what a server needs to serve it. */
@NullMarked
package kz.paysandbox.emulator.http.bank;

import org.jspecify.annotations.NullMarked;
