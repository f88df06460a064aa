package kz.paysandbox.adapters.model;

import java.util.function.BiPredicate;
import java.util.function.IntFunction;
import kz.paysandbox.adapters.money.MoneyAnswer;

/**
 * What a shop wants to happen once.
 *
 * @param bank where
 * @param call the call of the nth try
 * @param truth whether an applied answer to an attempt is what the books say in the end
 * @param once whether a second effect would lose or double money
 */
record Intent<T>(ModelBank bank, IntFunction<MoneyAnswer<T>> call, BiPredicate<Attempt, T> truth, boolean once) {}
