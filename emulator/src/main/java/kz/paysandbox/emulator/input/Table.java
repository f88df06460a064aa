package kz.paysandbox.emulator.input;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Suggestion;

/** Known keys, each with what it holds; all others are refused. */
public final class Table implements Shape {

    private record Column(Shape shape, boolean required, String about) {}

    private final Map<String, Column> columns = new LinkedHashMap<>();
    private boolean exact;

    /** Must be there. */
    public Table required(String key, Shape shape, String about) {
        columns.put(key, new Column(shape, true, about));
        return this;
    }

    /** May be there; a blank text is as nothing, but where there must be one in quotes. */
    public Table optional(String key, Shape shape, String about) {
        columns.put(key, new Column(shape, false, about));
        return this;
    }

    /** Null is not as nothing here, but a mistake. */
    public Table exact() {
        exact = true;
        return this;
    }

    /** With the columns of another table, too. */
    public Table and(Table other) {
        columns.putAll(other.columns);
        return this;
    }

    /** In the order in which they were added. */
    public List<String> keys() {
        return List.copyOf(columns.keySet());
    }

    /** By key, in the order in which they were typed. */
    @Override
    public Map<String, Object> read(InputNode node, Mistakes mistakes) {
        Map<String, Object> values = new LinkedHashMap<>();
        if (!(node instanceof InputNode.Members object)) {
            mistakes.at(
                    node.place(),
                    node.place().subject() + " must be an object with keys: " + String.join(", ", columns.keySet()));
            return values;
        }
        for (InputNode.Member member : object.members()) {
            String key = member.key();
            Column column = columns.get(key);
            if (column == null) {
                unknown(member, mistakes);
            } else if (values.containsKey(key)) {
                mistakes.at(member.place(), member.place().quoted(key) + " stands here twice");
            } else if (isGiven(column, member.value())) {
                values.put(key, column.shape().read(member.value(), mistakes));
            }
        }
        columns.forEach((key, column) -> {
            if (column.required() && !values.containsKey(key)) {
                mistakes.at(node.place(), node.place().quoted(key) + " is missing: " + column.about());
            }
        });
        return values;
    }

    /** The values of an object that came as JSON. */
    public Values values(Map<?, ?> object, Mistakes mistakes) {
        return new Values(read(InputNode.of(object), mistakes));
    }

    /** The values of an object that came as JSON, or all that is wrong with it. */
    public Outcome<Values, Complaint> values(Map<?, ?> object) {
        Mistakes mistakes = new Mistakes();
        Values values = values(object, mistakes);
        return mistakes.finish(values);
    }

    private boolean isGiven(Column column, InputNode node) {
        if (exact || !(node instanceof InputNode.Value value)) {
            return true;
        }
        boolean blank = column.shape() instanceof Scalar scalar
                && scalar.form() == Scalar.Form.ANY
                && value.isText()
                && value.text().isBlank();
        return !value.isNull() && (column.required() || !blank);
    }

    private void unknown(InputNode.Member member, Mistakes mistakes) {
        Optional<String> near = Suggestion.of(member.key(), columns.keySet());
        mistakes.at(
                member.place(),
                "unknown key " + member.place().quoted(Scalar.shortened(member.key()))
                        + near.map(known -> ", did you mean " + member.place().quoted(known) + "?")
                                .orElse(
                                        columns.isEmpty()
                                                ? ""
                                                : "; known here: " + String.join(", ", columns.keySet())),
                near);
    }

    @Override
    public Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        columns.forEach((key, column) -> {
            Map<String, Object> property = new LinkedHashMap<>(column.shape().schema());
            property.put("description", column.about());
            properties.put(key, property);
            if (column.required()) {
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
