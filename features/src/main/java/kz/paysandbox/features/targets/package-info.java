/** Whom the suite talks to, and a world of its own for each scenario. */
@NullMarked
package kz.paysandbox.features.targets;

import org.jspecify.annotations.NullMarked;
