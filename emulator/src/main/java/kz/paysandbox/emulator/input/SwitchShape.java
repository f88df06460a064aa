package kz.paysandbox.emulator.input;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.desk.MerchantChange;

/**
 * The switches of one kind of a bank's merchant things, as people write them.
 *
 * @param table the switches
 * @param change of the values that the table has read
 */
public record SwitchShape(Table table, Function<Values, MerchantChange> change) implements Shape {

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        return change(node, mistakes).<Object>map(read -> read).orElseGet(Map::of);
    }

    /** The change; empty where a mistake was found. */
    public Optional<MerchantChange> change(InputNode node, Mistakes mistakes) {
        int before = mistakes.count();
        Values values = new Values(table.read(node, mistakes));
        return mistakes.count() > before ? Optional.empty() : Optional.of(change.apply(values));
    }

    @Override
    public Map<String, Object> schema() {
        return table.schema();
    }
}
