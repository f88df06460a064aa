package kz.paysandbox.features.wire;

/** A line that one can look at. */
public interface Tap {

    /** What came back last. */
    Response last();
}
