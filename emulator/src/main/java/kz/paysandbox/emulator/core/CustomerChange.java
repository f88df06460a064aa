package kz.paysandbox.emulator.core;

import java.time.Duration;
import java.util.Optional;

/** A change of an automatic customer; what is empty stays. */
public record CustomerChange(
        Optional<CustomerMode.Habit> habit, Optional<Duration> scanAfter, Optional<Duration> confirmAfter) {

    CustomerMode appliedTo(CustomerMode present) {
        return new CustomerMode(
                habit.orElse(present.habit()),
                scanAfter.orElse(present.scanAfter()),
                confirmAfter.orElse(present.confirmAfter()));
    }
}
