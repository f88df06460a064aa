/** Tests of the way calls go, with servers that misbehave. */
@NullMarked
package kz.paysandbox.adapters.transport;

import org.jspecify.annotations.NullMarked;
