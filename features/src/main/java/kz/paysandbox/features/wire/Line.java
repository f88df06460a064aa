package kz.paysandbox.features.wire;

import java.util.List;

/** A line that one can look at. */
public interface Line {

    /**
     * What came back last.
     *
     * @throws AssertionError where nothing was sent
     */
    Response last();

    /** What was sent and what came back, in its order, with its secrets. */
    List<Exchange> exchanges();
}
