package kz.paysandbox.emulator.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A list of one shape, bounded. */
record Listing(Shape item, int most) implements Shape {

    @Override
    public Object read(Node node, Problems problems) {
        List<Object> values = new ArrayList<>();
        if (!(node instanceof SequenceNode sequence)) {
            problems.at(node, "this must be a list: one line with `- ` for each entry");
        } else if (sequence.getValue().size() > most) {
            problems.at(
                    node,
                    "a list here has at most " + most + " entries, this one has "
                            + sequence.getValue().size());
        } else {
            sequence.getValue().forEach(entry -> values.add(item.read(entry, problems)));
        }
        return values;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "maxItems", most, "items", item.schema());
    }
}
