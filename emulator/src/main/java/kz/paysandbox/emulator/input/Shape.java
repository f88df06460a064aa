package kz.paysandbox.emulator.input;

import java.util.Map;

/**
 * The shape of what may stand at a place of what people type; the one source of both the checks and the JSON Schema.
 */
public interface Shape {

    /** The value as a text, number, flag, list or map; anything at all where a mistake was found. */
    Object read(InputNode node, Mistakes mistakes);

    Map<String, Object> schema();
}
