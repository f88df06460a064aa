package kz.paysandbox.emulator.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A list of one shape.
 *
 * @param most elements
 */
public record Sequence(Shape element, int most) implements Shape {

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        List<Object> values = new ArrayList<>();
        if (!(node instanceof InputNode.Sequence sequence)) {
            mistakes.at(node.place(), node.place().subject() + " must be a list of at most " + most + " entries");
        } else if (sequence.elements().size() > most) {
            mistakes.at(
                    node.place(),
                    "a list here has at most " + most + " entries, this one has "
                            + sequence.elements().size());
        } else {
            sequence.elements().forEach(entry -> values.add(element.read(entry, mistakes)));
        }
        return values;
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "array", "maxItems", most, "items", element.schema());
    }
}
