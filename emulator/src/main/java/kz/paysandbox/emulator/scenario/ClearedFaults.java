package kz.paysandbox.emulator.scenario;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.settings.Suggestion;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** {@code clearFaults} names a fault of the same scenario; another name would end nothing, and nobody would notice. */
final class ClearedFaults {

    private static final String ALL = "all";

    private ClearedFaults() {}

    static void check(Node document, Problems problems) {
        List<String> names = Stream.concat(
                        entries(document, "faults"),
                        entries(document, "timeline").flatMap(step -> value(step, "fault").stream()))
                .flatMap(fault -> value(fault, "name").stream())
                .map(ClearedFaults::text)
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
        entries(document, "timeline")
                .flatMap(step -> value(step, "clearFaults").stream())
                .filter(cleared -> !text(cleared).equals(ALL) && !names.contains(text(cleared)))
                .forEach(cleared -> problems.at(
                        cleared,
                        "`" + text(cleared) + "` is no fault of this scenario"
                                + Suggestion.of(text(cleared), names)
                                        .map(near -> ", did you mean `" + near + "`?")
                                        .orElse(
                                                names.isEmpty()
                                                        ? "; it has none with a name"
                                                        : "; it has " + String.join(", ", names) + ", or `all`")));
    }

    private static Stream<Node> entries(Node document, String key) {
        return value(document, key).stream()
                .filter(SequenceNode.class::isInstance)
                .map(SequenceNode.class::cast)
                .flatMap(list -> list.getValue().stream());
    }

    private static Optional<Node> value(Node node, String key) {
        return node instanceof MappingNode mapping
                ? mapping.getValue().stream()
                        .filter(pair -> text(pair.getKeyNode()).equals(key))
                        .map(pair -> pair.getValueNode())
                        .filter(Objects::nonNull)
                        .findFirst()
                : Optional.empty();
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue().strip() : "";
    }
}
