package kz.paysandbox.emulator.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** A table of which at least one key must be there. */
record NotEmpty(Table table, String problem) implements Shape {

    @Override
    public Object read(Node node, Problems problems) {
        Map<String, Object> values = table.read(node, problems);
        if (values.isEmpty() && problems.isEmpty()) {
            problems.at(node, problem);
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
