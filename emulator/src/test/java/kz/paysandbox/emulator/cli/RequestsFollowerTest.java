package kz.paysandbox.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** {@code requests --follow} where requests overlap, come fast, or the world is reset. */
@Timeout(60)
class RequestsFollowerTest {

    private static final Pattern NUMBER = Pattern.compile("\"number\":(\\d+)");

    private final NavigableMap<Long, String> journal = new TreeMap<>();
    private int looks;

    @Test
    void a_late_one_whole_pages_and_those_after_a_reset_are_all_shown_once() throws IOException {
        assertThat(followed())
                .isEqualTo(LongStream.concat(
                                LongStream.concat(LongStream.of(1, 3), LongStream.rangeClosed(4, 1_204)),
                                LongStream.concat(LongStream.of(2), LongStream.rangeClosed(1, 1_300)))
                        .boxed()
                        .toList());
    }

    @Test
    void so_are_those_of_a_row() throws IOException {
        assertThat(followed("--endpoint", "even"))
                .isEqualTo(LongStream.concat(
                                LongStream.rangeClosed(4, 1_204),
                                LongStream.concat(LongStream.of(2), LongStream.rangeClosed(1, 1_300)))
                        .filter(number -> number % 2 == 0)
                        .boxed()
                        .toList());
    }

    private List<Long> followed(String... options) throws IOException {
        put(1, 1);
        put(3, 3);
        try (ControlStub control = new ControlStub(this::answer)) {
            List<String> words = new ArrayList<>(List.of("requests", "--follow", "--json", "--at", control.url()));
            words.addAll(List.of(options));
            return Terminal.run(words)
                    .out()
                    .lines()
                    .map(NUMBER::matcher)
                    .filter(Matcher::find)
                    .map(found -> Long.valueOf(found.group(1)))
                    .toList();
        }
    }

    /** Each look at the newest is a step. */
    private synchronized String answer(String asked) {
        if (asked.equals("/world")) {
            return "{\"journal\":{\"generation\":" + (looks < 2 ? 1 : 2) + "}}";
        }
        if (asked.equals("/requests?limit=1")) {
            looks++;
            switch (looks) {
                case 1 -> put(4, 1_204);
                case 2 -> put(2, 2);
                case 3 -> {
                    journal.clear();
                    put(1, 1_300);
                }
                default -> throw new IllegalStateException("the sandbox ends");
            }
        }
        long since = parameter(asked, "since");
        List<String> found = journal.tailMap(Math.max(0, since), false).entrySet().stream()
                .filter(request -> !asked.contains("endpoint=") || request.getKey() % 2 == 0)
                .map(request -> "{\"number\":" + request.getKey() + ",\"at\":\"" + request.getValue() + "\"}")
                .toList();
        int most = (int) parameter(asked, "limit");
        return found.stream()
                .skip(since < 0 ? Math.max(0, found.size() - most) : 0)
                .limit(most)
                .collect(Collectors.joining(",", "[", "]"));
    }

    private void put(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(number -> journal.put(number, "now"));
    }

    /** -1 where it is not there. */
    private static long parameter(String asked, String name) {
        Matcher matcher = Pattern.compile("[?&]" + name + "=(\\d+)").matcher(asked);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : -1;
    }
}
