package kz.paysandbox.emulator.input;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A reader of YAML, and JSON as a part of it, with the places of all that stands in it; bounded. */
public final class YamlReader {

    private static final int DEEPEST = 20;
    private static final int MOST_NODES = 50_000;

    private int nodes;

    private YamlReader() {}

    /**
     * What stands in a text.
     *
     * @param longest characters
     * @return empty for an empty text
     */
    public static Outcome<Optional<InputNode>, Mistake> read(String text, int longest) {
        if (text.length() > longest) {
            return Outcome.refused(
                    Mistake.at(1, 1, "this may have at most " + longest + " characters, and has " + text.length()));
        }
        try {
            Optional<Node> document = Optional.ofNullable(new Yaml(options(longest)).compose(new StringReader(text)));
            YamlReader reader = new YamlReader();
            return Outcome.ok(document.map(node -> reader.node(node, 0)));
        } catch (MarkedYAMLException malformed) {
            Mark mark = malformed.getProblemMark() == null ? malformed.getContextMark() : malformed.getProblemMark();
            String problem = String.valueOf(malformed.getProblem());
            return Outcome.refused(
                    mark == null
                            ? Mistake.at(1, 1, problem)
                            : Mistake.at(mark.getLine() + 1, mark.getColumn() + 1, problem));
        } catch (YAMLException malformed) {
            return Outcome.refused(Mistake.at(1, 1, "neither YAML nor JSON: " + malformed.getMessage()));
        }
    }

    private static LoaderOptions options(int longest) {
        LoaderOptions options = new LoaderOptions();
        options.setMaxAliasesForCollections(10);
        options.setNestingDepthLimit(DEEPEST);
        options.setCodePointLimit(longest);
        return options;
    }

    /** An alias stands for what it names; one that names what is around it has no end. */
    private InputNode node(Node node, int depth) {
        nodes++;
        if (depth > DEEPEST || nodes > MOST_NODES) {
            throw new YAMLException("it refers to itself, or too often to the same");
        }
        Place place = place(node);
        if (node instanceof MappingNode mapping) {
            List<InputNode.Member> members = new ArrayList<>();
            for (NodeTuple pair : mapping.getValue()) {
                String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                members.add(new InputNode.Member(place(pair.getKeyNode()), key, node(pair.getValueNode(), depth + 1)));
            }
            return new InputNode.Members(place, members);
        }
        if (node instanceof SequenceNode sequence) {
            List<InputNode> elements = new ArrayList<>();
            sequence.getValue().forEach(element -> elements.add(node(element, depth + 1)));
            return new InputNode.Sequence(place, elements);
        }
        return new InputNode.Value(place, node instanceof ScalarNode scalar ? scalar.getValue() : "", false);
    }

    private static Place place(Node node) {
        Mark mark = node.getStartMark();
        return new Place.InText(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
