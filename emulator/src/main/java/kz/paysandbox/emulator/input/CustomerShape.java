package kz.paysandbox.emulator.input;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;

/** The automatic customer as people write it: {@code {"mode","scanAfter"?,"confirmAfter"?}}. */
public final class CustomerShape {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final List<String> MODES = Arrays.stream(CustomerMode.Habit.values())
            .map(habit -> habit.name().toLowerCase(Locale.ROOT))
            .toList();

    private CustomerShape() {}

    /**
     * The shape.
     *
     * @param saysMode whether the mode must be there; where it is not, the present one stays
     */
    public static Table table(boolean saysMode) {
        Scalar modes = Scalar.choice(MODES);
        String about = "What the customer does";
        Table customer = new Table();
        return (saysMode ? customer.required("mode", modes, about) : customer.optional("mode", modes, about))
                .optional("scanAfter", Scalar.duration(LONGEST), "From the creation to the scan")
                .optional("confirmAfter", Scalar.duration(LONGEST), "From the scan to the decision");
    }

    /** What changes. */
    public static CustomerChange change(Values customer) {
        return new CustomerChange(
                customer.text("mode").map(mode -> CustomerMode.Habit.valueOf(mode.toUpperCase(Locale.ROOT))),
                customer.duration("scanAfter"),
                customer.duration("confirmAfter"));
    }
}
