/** Several organisations behind one certificate: which shop sells for which BIN at which till, and a log of every call. */
@NullMarked
package kz.paysandbox.adapters.merchant;

import org.jspecify.annotations.NullMarked;
