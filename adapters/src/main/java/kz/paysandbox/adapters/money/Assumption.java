package kz.paysandbox.adapters.money;

/**
 * A promise of a caller about his own surroundings, so that fewer answers are unknown. Nothing is assumed unless it is
 * named ({@link Reconciliation#assuming}); where an assumption is wrong, an answer may be wrong too.
 */
public enum Assumption {
    /**
     * Only this client works on its payments and orders: no cashier's app, no bank cabinet, no page of the bank, no second
     * program, and no call that an earlier run left unknown. Then a lost refund is applied when the books have moved by
     * exactly its amount, and a lost card payment is not applied when the books show a new decline of its order.
     */
    SOLE_OPERATOR,
    /** A bank that has not carried a lost call out by the last look never will: unchanged books mean "not applied". */
    UNCHANGED_BOOKS_MEAN_NOT_APPLIED
}
