/** The shop's own server, which the bank's callbacks reach. */
@NullMarked
package kz.paysandbox.features.merchant;

import org.jspecify.annotations.NullMarked;
