/** A bank in memory for the tests of applications; packed apart, as {@code adapters} with the classifier {@code testing}. */
@NullMarked
package kz.paysandbox.adapters.testing;

import org.jspecify.annotations.NullMarked;
