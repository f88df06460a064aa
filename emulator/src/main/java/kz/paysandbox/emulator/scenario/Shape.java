package kz.paysandbox.emulator.scenario;

import java.util.Map;
import org.yaml.snakeyaml.nodes.Node;

/** What may stand at a place of a scenario's text; the one source of both the checks and the JSON Schema. */
interface Shape {

    /** The value as texts, numbers, flags, lists and maps; anything at all where a problem was found. */
    Object read(Node node, Problems problems);

    Map<String, Object> schema();
}
