package kz.paysandbox.emulator.epay.rows;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers of the journal as a word, for what is put on a world's timeline. */
final class JournalNumbers {

    private JournalNumbers() {}

    static String text(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    static List<Long> read(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",")).map(Long::valueOf).toList();
    }
}
