/** Runs the features against a target, and counts what came of it. */
@NullMarked
package kz.paysandbox.features.run;

import org.jspecify.annotations.NullMarked;
