package kz.paysandbox.emulator.input;

import java.util.Map;

/** One value of any kind, judged by whoever it is for: a text in quotes as a text, anything else as an empty one. */
public record AnyValue() implements Shape {

    @Override
    public Object read(InputNode node, Mistakes mistakes) {
        return node instanceof InputNode.Value value && value.isText() ? value.text() : "";
    }

    @Override
    public Map<String, Object> schema() {
        return Map.of();
    }
}
