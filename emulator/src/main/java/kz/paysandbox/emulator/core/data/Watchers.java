package kz.paysandbox.emulator.core.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Those who hear of something as it happens, on the thread that does it; what they do with it must be quick. While there
 * is none, telling costs one read of a field.
 *
 * @param <T> what they hear of
 */
public final class Watchers<T> {

    private final int most;
    private volatile List<Consumer<T>> watching = List.of();

    /**
     * @param most at a time
     */
    public Watchers(int most) {
        this.most = most;
    }

    /**
     * Tells from now on.
     *
     * @return false where it watches already, or as many do as may
     */
    public synchronized boolean watch(Consumer<T> watcher) {
        if (watching.size() >= most || watching.contains(watcher)) {
            return false;
        }
        List<Consumer<T>> more = new ArrayList<>(watching);
        more.add(watcher);
        watching = List.copyOf(more);
        return true;
    }

    /** Tells no more. */
    public synchronized void unwatch(Consumer<T> watcher) {
        watching = watching.stream().filter(other -> other != watcher).toList();
    }

    /** How many watch. */
    public int count() {
        return watching.size();
    }

    public void tell(T what) {
        List<Consumer<T>> present = watching;
        if (!present.isEmpty()) {
            present.forEach(watcher -> watcher.accept(what));
        }
    }
}
