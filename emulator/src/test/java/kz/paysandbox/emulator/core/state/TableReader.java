package kz.paysandbox.emulator.core.state;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a store learns of the tables of one structure. */
public final class TableReader {

    private final List<StateTable<?>> tables;
    private final List<String> heard = new ArrayList<>();

    public TableReader(List<StateTable<?>> tables) {
        this.tables = tables;
        tables.forEach(table -> table.source().listen(key -> heard.add(table.name() + " " + key)));
    }

    /** Tables and keys of the changes since this was asked last, in their order. */
    public List<String> heard() {
        List<String> since = List.copyOf(heard);
        heard.clear();
        return since;
    }

    public List<String> keys(String table) {
        return table(table).source().keys();
    }

    public Optional<Object> find(String table, String key) {
        return table(table).source().find(key).map(value -> value);
    }

    /** Has another structure of the same kind read what this one has. */
    public void copyTo(List<StateTable<?>> others) {
        for (int index = 0; index < tables.size(); index++) {
            copy(tables.get(index), others.get(index));
        }
    }

    private static <V> void copy(StateTable<V> from, StateTable<?> to) {
        if (!from.name().equals(to.name())) {
            throw new IllegalArgumentException(to.name());
        }
        for (String key : from.source().keys()) {
            restore(to, key, from.source().find(key).orElseThrow());
        }
    }

    private static <V> void restore(StateTable<V> to, String key, Object value) {
        to.source().restore(key, to.type().cast(value));
    }

    private StateTable<?> table(String name) {
        return tables.stream()
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
