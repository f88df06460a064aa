/** The sandbox server: composition root and life cycle. */
@NullMarked
package kz.paysandbox.emulator;

import org.jspecify.annotations.NullMarked;
