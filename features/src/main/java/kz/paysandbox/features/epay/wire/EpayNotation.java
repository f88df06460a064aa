package kz.paysandbox.features.epay.wire;

import java.util.List;
import java.util.Set;
import kz.paysandbox.features.golden.Notation;
import kz.paysandbox.features.golden.Shape;

/** How the pages of Halyk ePay print their messages. */
public final class EpayNotation {

    private EpayNotation() {}

    /** Dates of the status page: microseconds and an offset. */
    public static Notation get() {
        return new Notation(
                List.of(Shape.text(
                        "MICROS",
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+\\d\\d:00",
                        "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\+0[56]:00")),
                Set.of());
    }
}
