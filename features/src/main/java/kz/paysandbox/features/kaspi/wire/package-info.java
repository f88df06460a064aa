/** The wire format of Kaspi Pay. */
@NullMarked
package kz.paysandbox.features.kaspi.wire;

import org.jspecify.annotations.NullMarked;
