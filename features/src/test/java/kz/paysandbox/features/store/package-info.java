/** The suite over each kind of store that worlds are kept in. */
@NullMarked
package kz.paysandbox.features.store;

import org.jspecify.annotations.NullMarked;
