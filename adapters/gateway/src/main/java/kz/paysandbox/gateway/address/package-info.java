/** Internet addresses and ranges of them, as settings and tokens name them. Pure. */
@NullMarked
package kz.paysandbox.gateway.address;

import org.jspecify.annotations.NullMarked;
