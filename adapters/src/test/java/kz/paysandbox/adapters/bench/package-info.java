/** What a call costs over the bare JDK client. */
@NullMarked
package kz.paysandbox.adapters.bench;

import org.jspecify.annotations.NullMarked;
