/** Tests of the README. */
@NullMarked
package kz.paysandbox.gateway.readme;

import org.jspecify.annotations.NullMarked;
