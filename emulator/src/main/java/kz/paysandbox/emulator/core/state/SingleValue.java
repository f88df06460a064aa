package kz.paysandbox.emulator.core.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The source of a table of one value.
 *
 * @param read the value, under the lock under which it is changed
 * @param restore takes it as it was kept
 */
public record SingleValue<V>(ChangeSignal signal, Supplier<V> read, Consumer<V> restore)
        implements StateTable.Source<V> {

    /** The key of the only value. */
    public static final String KEY = "it";

    @Override
    public Optional<V> find(String key) {
        return Optional.of(read.get());
    }

    @Override
    public List<String> keys() {
        return List.of(KEY);
    }

    @Override
    public void restore(String key, V value) {
        restore.accept(value);
    }

    @Override
    public void listen(ChangeListener listener) {
        signal.listen(listener);
    }
}
