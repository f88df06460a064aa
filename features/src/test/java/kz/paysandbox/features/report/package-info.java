/** What is written of a run. */
@NullMarked
package kz.paysandbox.features.report;

import org.jspecify.annotations.NullMarked;
