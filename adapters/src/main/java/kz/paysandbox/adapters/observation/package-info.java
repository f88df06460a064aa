/** Metrics and traces of calls by Micrometer; only this package needs {@code io.micrometer:micrometer-observation}. */
@NullMarked
package kz.paysandbox.adapters.observation;

import org.jspecify.annotations.NullMarked;
