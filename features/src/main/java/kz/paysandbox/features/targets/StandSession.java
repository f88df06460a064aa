package kz.paysandbox.features.targets;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.features.bank.BankSite;
import kz.paysandbox.features.bank.Control;

/** Banks that all scenarios share: what a scenario does there stays. */
record StandSession(List<BankSite> sites) implements TargetSession {

    @Override
    public Optional<Control> control() {
        return Optional.empty();
    }

    @Override
    public void discard() {}

    @Override
    public void close() {}
}
