package kz.paysandbox.emulator.core.metrics;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/** How often each row of each listener has answered what. Rows are those of the tables: as many as there are. */
public final class RequestCounts implements MeterSource {

    private record Row(String listener, String id) {}

    private final ConcurrentMap<Row, AnswerCounts> rows = new ConcurrentHashMap<>();

    /**
     * Where a row's answers are counted; asked for once, when its listener is started.
     *
     * @param row its id; empty for requests that no row takes
     */
    public AnswerCounts of(String listener, String row) {
        return rows.computeIfAbsent(new Row(listener, row), unknown -> new AnswerCounts());
    }

    @Override
    public Stream<Sample> samples() {
        return rows.entrySet().stream()
                .flatMap(row -> row.getValue().all().stream().map(count -> sample(row.getKey(), count)));
    }

    private static Sample sample(Row row, AnswerCounts.Count count) {
        return Sample.counter(
                "kzpay_sandbox_requests",
                "Requests answered: by row (empty where none took it), HTTP status (none where the connection was"
                        + " closed) and the bank's own code (empty where the answer has none).",
                Map.of(
                        "listener",
                        row.listener(),
                        "row",
                        row.id(),
                        "http",
                        status(count.status()),
                        "code",
                        count.code() == AnswerCounts.NO_CODE ? "" : String.valueOf(count.code())),
                count.times());
    }

    private static String status(int status) {
        return switch (status) {
            case 0 -> "none";
            case AnswerCounts.OTHER -> "other";
            default -> String.valueOf(status);
        };
    }
}
