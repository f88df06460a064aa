package kz.paysandbox.emulator.core.state;

/** Hears that a value is about to change, on the thread that changes it and under the lock of what holds it. */
@FunctionalInterface
public interface ChangeListener {

    /** The value of this key is put, replaced or removed. */
    void changing(String key);
}
