/** The sandbox server for whoever embeds it; what it is made of is in {@code boot}. */
@NullMarked
package kz.paysandbox.emulator;

import org.jspecify.annotations.NullMarked;
