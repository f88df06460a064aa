/** Kaspi Pay (r1, r2, r3) as a bank of the suite. */
@NullMarked
package kz.paysandbox.features.kaspi;

import org.jspecify.annotations.NullMarked;
