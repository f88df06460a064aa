/** Amounts in tenge and the three answers about money: applied, not applied, unknown. */
@NullMarked
package kz.paysandbox.adapters.money;

import org.jspecify.annotations.NullMarked;
