/** What whoever runs a sandbox for others asks it: whether it is ready, and how it does. */
@NullMarked
package kz.paysandbox.emulator.control.operations;

import org.jspecify.annotations.NullMarked;
