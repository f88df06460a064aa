/** Keys, certificates, requests and containers in memory: the only room that knows BouncyCastle. */
@NullMarked
package kz.paysandbox.certs.x509;

import org.jspecify.annotations.NullMarked;
