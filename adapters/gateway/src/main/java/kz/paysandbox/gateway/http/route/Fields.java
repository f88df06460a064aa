package kz.paysandbox.gateway.http.route;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.gateway.payment.Refusal;

/**
 * The fields of a request: of its path, its query and its body. JSON's nulls are as if they were not there.
 *
 * @param path of the path, such as {@code external_id}
 * @param sent of the query and the body
 * @param faults what cannot be read of them, such as a field that stands twice
 */
public record Fields(Map<String, String> path, Map<String, Field> sent, List<Refusal.FieldError> faults) {
    /** Copies. */
    public Fields {
        path = Map.copyOf(path);
        sent = Map.copyOf(sent);
        faults = List.copyOf(faults);
    }

    /** A field of the path. */
    public String ofPath(String name) {
        return Optional.ofNullable(path.get(name)).orElseThrow();
    }

    /** A field of the query or the body, if it was sent. */
    public Optional<Field> find(String name) {
        return Optional.ofNullable(sent.get(name));
    }

    @Override
    public String toString() {
        return "Fields" + sent.keySet();
    }
}
