package kz.paysandbox.emulator.core.bank;

/**
 * A port of a bank.
 *
 * @param name public name; the ids of its rows begin with the name's last word, as {@code r2} of {@code toy-r2}
 * @param port where it listens unless the settings say otherwise
 */
public record BankListener(String name, int port) {}
