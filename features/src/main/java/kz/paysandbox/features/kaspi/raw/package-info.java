/** Kaspi Pay by the suite's own HTTP. */
@NullMarked
package kz.paysandbox.features.kaspi.raw;

import org.jspecify.annotations.NullMarked;
