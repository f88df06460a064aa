/** Tests of callbacks. */
@NullMarked
package kz.paysandbox.adapters.epay.callback;

import org.jspecify.annotations.NullMarked;
