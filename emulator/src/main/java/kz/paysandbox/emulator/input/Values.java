package kz.paysandbox.emulator.input;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The values that a table has read, by their keys. Each is what its shape says, so asking for it cannot fail where the
 * table found no mistake; where it did, the value is empty.
 */
public record Values(Map<String, Object> map) {

    public boolean has(String key) {
        return map.containsKey(key);
    }

    public Optional<String> text(String key) {
        return Optional.ofNullable(map.get(key)).map(String::valueOf).filter(text -> !text.isBlank());
    }

    public Optional<Long> number(String key) {
        return value(key, Number.class).map(Number::longValue);
    }

    public Optional<Integer> whole(String key) {
        return number(key).map(Math::toIntExact);
    }

    public Optional<BigDecimal> decimal(String key) {
        return value(key, BigDecimal.class);
    }

    public Optional<Boolean> flag(String key) {
        return value(key, Boolean.class);
    }

    public Optional<Duration> duration(String key) {
        return text(key).map(Duration::parse);
    }

    public Optional<Instant> instant(String key) {
        return text(key).map(text -> OffsetDateTime.parse(text).toInstant());
    }

    /** What a shape of one's own has read. */
    public <T> Optional<T> value(String key, Class<T> type) {
        return Optional.ofNullable(map.get(key)).filter(type::isInstance).map(type::cast);
    }

    /** The object under a key; empty where there is none. */
    public Values object(String key) {
        return new Values(copy(map.get(key)));
    }

    /** An object of names and texts. */
    public Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        copy(map.get(key)).forEach((name, text) -> texts.put(name, String.valueOf(text)));
        return texts;
    }

    /** The elements of a list. */
    public List<?> list(String key) {
        return map.get(key) instanceof List<?> list ? list : List.of();
    }

    /** What a list's texts stand for; empty where there is no list. */
    public <T> Optional<List<T>> texts(String key, Function<String, T> reading) {
        return has(key)
                ? Optional.of(
                        list(key).stream().map(String::valueOf).map(reading).toList())
                : Optional.empty();
    }

    /** The objects of a list. */
    public List<Values> objects(String key) {
        return list(key).stream().map(element -> new Values(copy(element))).toList();
    }

    private static Map<String, Object> copy(@Nullable Object value) {
        Map<String, Object> copy = new LinkedHashMap<>();
        if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                copy.put(String.valueOf(entry.getKey()), entry.getValue());
            }
        }
        return copy;
    }
}
