package kz.paysandbox.features.wire;

/** One way to the other side; a test may put another in front of it. */
@FunctionalInterface
public interface Wire {

    Response send(Request request);
}
