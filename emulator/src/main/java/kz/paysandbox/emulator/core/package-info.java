/** What all banks share and no framework touches: worlds, their time, ids and money. */
@NullMarked
package kz.paysandbox.emulator.core;

import org.jspecify.annotations.NullMarked;
