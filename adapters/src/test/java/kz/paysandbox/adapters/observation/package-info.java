/** Tests of metrics and traces. */
@NullMarked
package kz.paysandbox.adapters.observation;

import org.jspecify.annotations.NullMarked;
