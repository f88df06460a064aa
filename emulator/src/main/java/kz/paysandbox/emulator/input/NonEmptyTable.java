package kz.paysandbox.emulator.input;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of which at least one key must be there. */
record NonEmptyTable(Table table, String message) implements Shape {

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        int before = mistakes.count();
        Map<String, Object> values = table.read(node, mistakes);
        if (values.isEmpty() && mistakes.count() == before) {
            mistakes.at(node.place(), message);
        }
        return values;
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>(table.schema());
        schema.put("minProperties", 1);
        return schema;
    }
}
