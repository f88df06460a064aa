/** Annex 2 of the Kaspi QR document as rules: what a certificate request must say, line by line. */
@NullMarked
package kz.paysandbox.certs.csr;

import org.jspecify.annotations.NullMarked;
