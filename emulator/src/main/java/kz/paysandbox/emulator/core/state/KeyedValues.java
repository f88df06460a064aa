package kz.paysandbox.emulator.core.state;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The source of a table whose values bear their keys.
 *
 * @param find a value, under the lock under which it is changed
 * @param all keys, oldest first
 * @param restore takes a value as it was kept
 */
public record KeyedValues<V>(
        ChangeSignal signal, Function<String, Optional<V>> find, Supplier<List<String>> all, Consumer<V> restore)
        implements StateTable.Source<V> {

    @Override
    public Optional<V> find(String key) {
        return find.apply(key);
    }

    @Override
    public List<String> keys() {
        return all.get();
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
