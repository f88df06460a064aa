package kz.paysandbox.emulator.core.state;

/**
 * The place where one listener hears of changes; without one, a signal costs one read of a field. Whoever signals does so
 * under the lock under which the change becomes visible, before it does: the listener then reads the value under that
 * lock. A counter whose new value nobody else sees yet signals after it, on the thread that will use the value.
 */
public final class ChangeSignal {

    private static final ChangeListener NOBODY = key -> {};

    private volatile ChangeListener listener = NOBODY;

    /** From now on this one hears, and no other. */
    public void listen(ChangeListener hears) {
        listener = hears;
    }

    public void changing(String key) {
        listener.changing(key);
    }

    /** As {@link #changing(String)}, for keys of other types; their text is made where somebody listens. */
    public void changing(Object key) {
        ChangeListener present = listener;
        if (present != NOBODY) {
            present.changing(String.valueOf(key));
        }
    }
}
