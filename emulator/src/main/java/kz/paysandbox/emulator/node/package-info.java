/** One of several processes that share worlds: who the others are, and what their homes have in common. */
@NullMarked
package kz.paysandbox.emulator.node;

import org.jspecify.annotations.NullMarked;
