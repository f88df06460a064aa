package kz.paysandbox.features.wire;

/** A line that one can look at. */
public interface Line {

    /** What came back last. */
    Response last();
}
