/** The merchant's payment service: shops call it, it calls Kaspi Pay and Halyk ePay. */
@NullMarked
package kz.paysandbox.gateway;

import org.jspecify.annotations.NullMarked;
