package kz.paysandbox.gateway;

import java.time.Duration;
import java.util.List;
import kz.paysandbox.gateway.payment.FollowPlan;

/** The rhythms of the settings' defaults. */
public final class TestRhythms {
    /** When ePay is asked unasked: after 1, 5, 15 minutes and an hour. */
    public static final FollowPlan FOLLOW = new FollowPlan(
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1)));

    /** Between looks for lost answers: 1, 5, 15 minutes, 1 and 6 hours. */
    public static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(6));

    private TestRhythms() {}
}
