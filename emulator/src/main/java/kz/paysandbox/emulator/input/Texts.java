package kz.paysandbox.emulator.input;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Names of any kind with texts, as header fields have them.
 *
 * @param most names
 * @param isDeep whether an object may stand within it, whose members are then named by their paths, as {@code Data.Status}
 */
public record Texts(int most, boolean isDeep) implements Shape {

    private static final Scalar TEXT = Scalar.text(10_000).orBlank();

    public Texts(int most) {
        this(most, false);
    }

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        Map<String, Object> values = new LinkedHashMap<>();
        read("", node, values, mistakes);
        if (values.size() > most) {
            mistakes.at(node.place(), node.place().subject() + " must be at most " + most + " names with values");
        }
        return values;
    }

    private void read(String prefix, InputNode node, Map<String, Object> values, Mistakes mistakes) {
        if (!(node instanceof InputNode.Members object)) {
            mistakes.at(node.place(), node.place().subject() + " must be names with values");
            return;
        }
        for (InputNode.Member member : object.members()) {
            String name = prefix + member.key();
            if (isDeep && member.value() instanceof InputNode.Members) {
                read(name + ".", member.value(), values, mistakes);
            } else {
                values.put(name, TEXT.read(member.value(), mistakes));
            }
        }
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of("type", "object", "additionalProperties", Map.of("type", "string"));
    }
}
