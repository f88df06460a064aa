package kz.paysandbox.emulator.control;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Suggestion;
import org.jspecify.annotations.Nullable;

/** Reads the members of a JSON object with known keys; everything wrong is collected. One per request. */
final class Members {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Map<String, Object> given;
    private final List<Complaint> problems;

    private Members(Map<String, Object> given, List<Complaint> problems, String... keys) {
        this.given = given;
        this.problems = problems;
        List<String> known = Arrays.asList(keys);
        given.keySet().stream()
                .filter(key -> !known.contains(key))
                .forEach(key -> problem(Complaint.unknown("key", key, known)));
    }

    static Members of(Map<String, Object> given, String... keys) {
        return new Members(given, new ArrayList<>(), keys);
    }

    /** The object under a key; empty where it is not given. */
    Members object(String key, String... keys) {
        Map<String, Object> inner = new LinkedHashMap<>();
        Object value = given.get(key);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> inner.put(String.valueOf(name), member));
        } else if (value != null) {
            problem(key + " must be an object");
        }
        return new Members(inner, problems, keys);
    }

    /** The members as they are, known or not. */
    Map<String, Object> given() {
        return Map.copyOf(given);
    }

    Optional<String> text(String key) {
        return Optional.ofNullable(given.get(key)).map(String::valueOf).filter(text -> !text.isBlank());
    }

    /** An object of texts. */
    Map<String, String> texts(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Object value = given.get(key);
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, text) -> texts.put(String.valueOf(name), String.valueOf(text)));
        } else if (value != null) {
            problem(key + " must be an object of names and values");
        }
        return texts;
    }

    /** An object of texts, those of objects within it by their paths, as {@code Data.Status}. */
    Map<String, String> paths(String key) {
        Map<String, String> paths = new LinkedHashMap<>();
        addPaths(key, "", given.get(key), paths);
        return paths;
    }

    private void addPaths(String key, String prefix, @Nullable Object value, Map<String, String> paths) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, member) -> {
                String path = prefix + name;
                if (member instanceof Map<?, ?>) {
                    addPaths(key, path + ".", member, paths);
                } else if (member instanceof List<?>) {
                    problem(key + ": " + path + " must be a value, not a list");
                } else {
                    paths.put(path, String.valueOf(member));
                }
            });
        } else if (value != null) {
            problem(key + " must be an object of names and values");
        }
    }

    Optional<BigDecimal> decimal(String key) {
        try {
            return text(key).map(BigDecimal::new);
        } catch (NumberFormatException notANumber) {
            problem(key + " must be a number");
            return Optional.empty();
        }
    }

    Optional<Long> number(String key) {
        Object value = given.get(key);
        if (value == null || value instanceof Integer || value instanceof Long) {
            return Optional.ofNullable((Number) value).map(Number::longValue);
        }
        problem(key + " must be a whole number");
        return Optional.empty();
    }

    Optional<Integer> whole(String key, int least, int most) {
        return number(key, least, most).map(Math::toIntExact);
    }

    Optional<Long> number(String key, long least, long most) {
        return number(key).filter(number -> {
            boolean fits = number >= least && number <= most;
            if (!fits) {
                problem(key + " must be from " + least + " to " + most);
            }
            return fits;
        });
    }

    Optional<Duration> duration(String key) {
        try {
            Optional<Duration> duration = text(key).map(Duration::parse);
            if (duration.filter(wait -> wait.isNegative() || wait.compareTo(LONGEST) > 0)
                    .isPresent()) {
                problem(key + " must be from PT0S to " + LONGEST);
                return Optional.empty();
            }
            return duration;
        } catch (DateTimeException malformed) {
            problem(key + " must be an ISO 8601 duration such as PT2S");
            return Optional.empty();
        }
    }

    Optional<String> choice(String key, String... options) {
        return text(key).filter(text -> {
            boolean known = Arrays.asList(options).contains(text);
            if (!known) {
                Optional<String> near = Suggestion.of(text, Arrays.asList(options));
                problem(new Complaint(
                        key + " must be one of " + String.join(", ", options)
                                + near.map(name -> ", did you mean " + name + "?")
                                        .orElse(""),
                        near));
            }
            return known;
        });
    }

    boolean flag(String key) {
        Object value = given.get(key);
        if (value != null && !(value instanceof Boolean)) {
            problem(key + " must be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    void problem(String problem) {
        problem(Complaint.of(problem));
    }

    void problem(Complaint problem) {
        problems.add(problem);
    }

    <T> Outcome<T, Complaint> finish(T read) {
        return problems.isEmpty() ? Outcome.ok(read) : Outcome.refused(Complaint.all(problems));
    }
}
