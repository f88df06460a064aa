/** Certificate authority, client certificates and the fixtures that must be refused. */
@NullMarked
package kz.paysandbox.certs;

import org.jspecify.annotations.NullMarked;
