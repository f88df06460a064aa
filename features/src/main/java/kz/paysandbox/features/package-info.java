/** The contract suite and its runner. */
@NullMarked
package kz.paysandbox.features;

import org.jspecify.annotations.NullMarked;
