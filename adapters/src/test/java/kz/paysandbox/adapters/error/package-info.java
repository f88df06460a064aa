/** Tests of the taxonomy. */
@NullMarked
package kz.paysandbox.adapters.error;

import org.jspecify.annotations.NullMarked;
