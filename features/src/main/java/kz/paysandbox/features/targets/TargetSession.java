package kz.paysandbox.features.targets;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.Control;

/** One scenario's view of a target; closing it forgets what the scenario did. */
public interface TargetSession extends AutoCloseable {

    /** The banks that can be called here. */
    List<BankSite> sites();

    /** The hand that moves clocks and customers, where there is one. */
    Optional<Control> control();

    /** Says that what was done here cannot be undone, so that nobody else gets this session. */
    void discard();

    @Override
    void close();

    /** The bank with such sites; empty where it is not to be had. */
    default <S extends BankSite> Optional<S> site(Class<S> type) {
        return sites().stream().filter(type::isInstance).map(type::cast).findFirst();
    }
}
