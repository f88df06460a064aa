/** Where a run takes names and numbers from. */
@NullMarked
package kz.paysandbox.features.chance;

import org.jspecify.annotations.NullMarked;
