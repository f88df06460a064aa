package kz.paysandbox.features.bank;

import java.util.function.Supplier;

/**
 * What sets the things of one scenario apart where all scenarios share a bank and their things stay.
 *
 * @param mark the scenario's own, for names of tills and the like
 * @param orders numbers of orders, each once
 */
public record ScenarioNumbers(String mark, Supplier<String> orders) {}
