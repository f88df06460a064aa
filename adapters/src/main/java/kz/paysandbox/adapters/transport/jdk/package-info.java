/** HTTP by the JDK's own client. */
@NullMarked
package kz.paysandbox.adapters.transport.jdk;

import org.jspecify.annotations.NullMarked;
