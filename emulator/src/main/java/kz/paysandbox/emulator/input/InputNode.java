package kz.paysandbox.emulator.input;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that a person typed, with its place: a value, a list or an object. */
public sealed interface InputNode {

    Place place();

    /**
     * One value.
     *
     * @param isText whether it was written as a text where numbers and flags are written otherwise, as JSON does
     */
    record Value(Place place, String text, boolean isText) implements InputNode {

        /** Whether it is JSON's null. */
        boolean isNull() {
            return place instanceof Place.InObject && !isText && text.equals("null");
        }
    }

    /** In order. */
    record Sequence(Place place, List<InputNode> elements) implements InputNode {
        public Sequence {
            elements = List.copyOf(elements);
        }
    }

    /** In the order in which they were typed; a key may stand twice. */
    record Members(Place place, List<Member> members) implements InputNode {
        public Members {
            members = List.copyOf(members);
        }

        /** The first of a key. */
        public Optional<InputNode> find(String key) {
            return members.stream()
                    .filter(member -> member.key().equals(key))
                    .map(Member::value)
                    .findFirst();
        }
    }

    /**
     * One member.
     *
     * @param place of its key in a text; of the object around it in one that came as JSON
     */
    record Member(Place place, String key, InputNode value) {}

    /**
     * An object that came as JSON, its places being paths.
     *
     * @param members of texts, numbers, flags, lists, maps and nulls
     */
    static Members of(Map<?, ?> members) {
        return members(new Place.InObject(""), members);
    }

    /** A URL's query; a form that is sent whole leaves blank what does not matter. */
    static Members ofQuery(Map<String, String> parameters) {
        List<Member> members = new ArrayList<>();
        parameters.forEach((name, text) -> {
            Place place = new Place.InQuery(name);
            if (!name.isEmpty() && !text.isBlank()) {
                members.add(new Member(place, name, new Value(place, text, true)));
            }
        });
        return new Members(new Place.InQuery(""), members);
    }

    private static Members members(Place.InObject place, Map<?, ?> map) {
        List<Member> members = new ArrayList<>();
        map.forEach((name, value) -> {
            String key = String.valueOf(name);
            members.add(new Member(place, key, of(place.member(key), value)));
        });
        return new Members(place, members);
    }

    private static InputNode of(Place.InObject place, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            return members(place, map);
        }
        if (value instanceof List<?> list) {
            List<InputNode> elements = new ArrayList<>();
            list.forEach(element ->
                    elements.add(of(new Place.InObject(place.path() + "[" + elements.size() + "]"), element)));
            return new Sequence(place, elements);
        }
        return new Value(place, String.valueOf(value), value instanceof String);
    }
}
