/**
 * Several organisations behind one certificate: which shop sells for which BIN at which till, orders and refunds that
 * count once, and a log of every call that moves money, which is asked after a crash.
 */
@NullMarked
package kz.paysandbox.adapters.merchant;

import org.jspecify.annotations.NullMarked;
