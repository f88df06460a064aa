/** Tests of HTTP by the JDK. */
@NullMarked
package kz.paysandbox.adapters.transport.jdk;

import org.jspecify.annotations.NullMarked;
