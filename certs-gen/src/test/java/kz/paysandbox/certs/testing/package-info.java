/** What the tests of this module share: one PKI, one openssl. */
@NullMarked
package kz.paysandbox.certs.testing;

import org.jspecify.annotations.NullMarked;
