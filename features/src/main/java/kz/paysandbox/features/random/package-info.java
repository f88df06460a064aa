/** Where a run takes names and numbers from. */
@NullMarked
package kz.paysandbox.features.random;

import org.jspecify.annotations.NullMarked;
