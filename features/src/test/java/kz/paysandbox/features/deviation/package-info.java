/** Proof that the suite can fail: planted deviations, and the scenarios that notice them. */
@NullMarked
package kz.paysandbox.features.deviation;

import org.jspecify.annotations.NullMarked;
