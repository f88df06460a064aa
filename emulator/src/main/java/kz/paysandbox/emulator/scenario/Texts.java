package kz.paysandbox.emulator.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Names of any kind with texts, as header fields have them. */
record Texts(int most) implements Shape {

    private static final Scalar TEXT = Scalar.text(200);

    @Override
    public Object read(Node node, Problems problems) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping) || mapping.getValue().size() > most) {
            problems.at(node, "this must be at most " + most + " names with values");
            return values;
        }
        for (NodeTuple pair : mapping.getValue()) {
            String name = pair.getKeyNode() instanceof ScalarNode key ? key.getValue() : "";
            values.put(name, TEXT.read(pair.getValueNode(), problems));
        }
        return values;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object", "additionalProperties", Map.of("type", "string"));
    }
}
