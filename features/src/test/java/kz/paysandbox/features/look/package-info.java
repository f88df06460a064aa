/** How the reports look in a browser. */
@NullMarked
package kz.paysandbox.features.look;

import org.jspecify.annotations.NullMarked;
