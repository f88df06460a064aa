package kz.paysandbox.emulator.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.core.settings.Suggestion;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Known keys, each with what it holds; all others are refused. */
final class Table implements Shape {

    private record Member(Shape shape, boolean required, String about) {}

    private final Map<String, Member> members = new LinkedHashMap<>();

    Table required(String key, Shape shape, String about) {
        members.put(key, new Member(shape, true, about));
        return this;
    }

    Table optional(String key, Shape shape, String about) {
        members.put(key, new Member(shape, false, about));
        return this;
    }

    @Override
    public Map<String, Object> read(Node node, Problems problems) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!(node instanceof MappingNode mapping)) {
            problems.at(node, "this must have keys: " + String.join(", ", members.keySet()));
            return values;
        }
        for (NodeTuple pair : mapping.getValue()) {
            String key = pair.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            Member member = members.get(key);
            if (member == null) {
                problems.at(pair.getKeyNode(), unknown(key));
            } else if (values.containsKey(key)) {
                problems.at(pair.getKeyNode(), "`" + key + "` stands here twice");
            } else {
                values.put(key, member.shape().read(pair.getValueNode(), problems));
            }
        }
        members.forEach((key, member) -> {
            if (member.required() && !values.containsKey(key)) {
                problems.at(node, "`" + key + "` is missing: " + member.about());
            }
        });
        return values;
    }

    private String unknown(String key) {
        return "unknown key `" + key + "`"
                + Suggestion.of(key, members.keySet())
                        .map(near -> ", did you mean `" + near + "`?")
                        .orElse("; known here: " + String.join(", ", members.keySet()));
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        members.forEach((key, member) -> {
            Map<String, Object> property = new LinkedHashMap<>(member.shape().schema());
            property.put("description", member.about());
            properties.put(key, property);
            if (member.required()) {
                required.add(key);
            }
        });
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("additionalProperties", false);
        schema.put("properties", properties);
        schema.put("required", required);
        return schema;
    }
}
