/** Tests of the bank in memory. */
@NullMarked
package kz.paysandbox.adapters.testing;

import org.jspecify.annotations.NullMarked;
