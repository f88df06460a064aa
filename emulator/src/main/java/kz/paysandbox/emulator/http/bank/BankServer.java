package kz.paysandbox.emulator.http.bank;

import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import kz.paysandbox.emulator.core.Slot;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.desk.BankDesk;

/** A bank by the settings that are in force; it serves all worlds. */
public interface BankServer extends AutoCloseable {

    /** What it keeps in every world; later ones may use what earlier ones have made. */
    List<Slot<?>> slots();

    /** Credentials of the default world, by name; the names begin with the bank's. */
    Map<String, String> mainCredentials();

    /** Credentials that no other world has, under the same names. */
    Map<String, String> freshCredentials(RandomGenerator random);

    /** One table for each of its listeners. */
    List<BankTable> tables(Worlds worlds);

    /** Its payments as the control surface sees them. */
    BankDesk desk();

    /** Rows of the control surface that concern this bank alone. */
    default List<BankRow> rows() {
        return List.of();
    }

    /** Ends its threads and connections. */
    @Override
    default void close() {}
}
