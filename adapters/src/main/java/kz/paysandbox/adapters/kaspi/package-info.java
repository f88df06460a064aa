/** Kaspi Pay (Kaspi QR v3.9): one client for each scheme, each offering exactly what its scheme has. */
@NullMarked
package kz.paysandbox.adapters.kaspi;

import org.jspecify.annotations.NullMarked;
