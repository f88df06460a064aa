/** The suite as users run it: against a sandbox in another process, by settings alone. */
@NullMarked
package kz.paysandbox.features.process;

import org.jspecify.annotations.NullMarked;
