/** Halyk ePay through the production adapter. */
@NullMarked
package kz.paysandbox.features.epay.adapter;

import org.jspecify.annotations.NullMarked;
