/** TLS in two nouns: the identity that the caller holds, and the trust it places; reloaded when files change. */
@NullMarked
package kz.paysandbox.adapters.tls;

import org.jspecify.annotations.NullMarked;
