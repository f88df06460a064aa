/** The sealed taxonomy of failures: each member says what the caller can do next. */
@NullMarked
package kz.paysandbox.adapters.error;

import org.jspecify.annotations.NullMarked;
