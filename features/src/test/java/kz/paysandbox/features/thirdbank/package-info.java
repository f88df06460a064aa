/** A bank that is not in the suite's list: what it takes to add one. */
@NullMarked
package kz.paysandbox.features.thirdbank;

import org.jspecify.annotations.NullMarked;
