package kz.paysandbox.features.golden;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How one bank prints its messages.
 *
 * @param own shapes of values that only this bank has; looked at before those that all have
 * @param mayBeAbsent names of members that an answer may leave out
 */
public record Notation(List<Shape> own, Set<String> mayBeAbsent) {

    public Notation {
        own = List.copyOf(own);
        mayBeAbsent = Set.copyOf(mayBeAbsent);
    }

    /** What a printed value stands for: the first shape that fits it. */
    Shape shape(JsonNode printed) {
        return Stream.concat(own.stream(), Shape.COMMON.stream())
                .filter(shape -> shape.printed().test(printed))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no shape for " + printed));
    }
}
