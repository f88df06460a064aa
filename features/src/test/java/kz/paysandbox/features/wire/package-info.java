/** What goes over the wire. */
@NullMarked
package kz.paysandbox.features.wire;

import org.jspecify.annotations.NullMarked;
