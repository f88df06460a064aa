/** Tests of the switch between backends, of the rooms, and of what the README promises. */
@NullMarked
package kz.paysandbox.adapters;

import org.jspecify.annotations.NullMarked;
