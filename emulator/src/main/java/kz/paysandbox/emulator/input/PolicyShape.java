package kz.paysandbox.emulator.input;

import java.time.Duration;
import java.util.Arrays;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.CallbackChange.Order;

/** The policy of callbacks as people write it. */
public final class PolicyShape {

    /** How many more times the first delivery can be made. */
    public static final int MOST_DUPLICATES = 10;

    /** How often a delivery can be tried again. */
    public static final int MOST_RETRIES = 20;

    private static final Scalar GAP = Scalar.duration(Duration.ofDays(30));

    private PolicyShape() {}

    public static Table table() {
        return new Table()
                .optional("delay", GAP, "From the event to the first delivery")
                .optional(
                        "duplicates",
                        Scalar.whole(0, MOST_DUPLICATES),
                        "How many more times the first delivery is made")
                .optional(
                        "order",
                        Scalar.choice(
                                Arrays.stream(Order.values()).map(Order::label).toList()),
                        "Which of several that wait goes first")
                .optional("beforeResponse", Scalar.flag(), "Whether it ends before the call that caused it is answered")
                .optional("retries", new Sequence(GAP, MOST_RETRIES), "Gaps after the previous attempt");
    }

    /** What changes. */
    public static CallbackChange change(Values policy) {
        return new CallbackChange(
                policy.duration("delay"),
                policy.whole("duplicates"),
                policy.text("order").flatMap(Order::of),
                policy.flag("beforeResponse"),
                policy.texts("retries", Duration::parse));
    }
}
