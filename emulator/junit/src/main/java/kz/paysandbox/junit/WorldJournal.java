package kz.paysandbox.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.junit.json.Json;

/** What a world was asked and answered, secrets as stand-ins, and where the application left the bank's rules. */
public record WorldJournal(SandboxControl control) {

    /**
     * One request with its answer.
     *
     * @param endpoint the row id; empty where the bank has no such path
     * @param notes what a developer should know about it
     */
    public record Entry(
            long number,
            String endpoint,
            String method,
            String target,
            String body,
            int status,
            String answer,
            List<String> notes) {}

    /**
     * A deviation from the bank's written rules.
     *
     * @param count how often it was seen
     */
    public record Finding(String rule, String severity, String clause, String evidence, long count) {}

    private static final int NOT_VERIFIED = 422;
    private static final int PAGE = 1_000;

    /** All that the world still remembers, oldest first. */
    public List<Entry> entries() {
        List<Entry> entries = new ArrayList<>();
        List<Entry> page = after(0);
        while (!page.isEmpty()) {
            entries.addAll(page);
            page = page.size() < PAGE
                    ? List.of()
                    : after(page.get(page.size() - 1).number());
        }
        return entries;
    }

    private List<Entry> after(long number) {
        return read(control.read("/requests?limit=" + PAGE + "&since=" + number));
    }

    /**
     * Demands that the application asked something a number of times.
     *
     * @param where {@code endpoint}, {@code http}, {@code header}, {@code body}, {@code answer}, as {@code POST
     *     /requests/verify} takes them
     * @throws NotVerified where it did not; its message has the nearest misses, field by field
     * @throws SandboxRefusal where {@code where} makes no sense, as with a mistyped
     *     endpoint
     */
    public void verify(Map<String, ?> where, int times) {
        verify(where, times, times);
    }

    /** As {@link #verify(Map, int)}, from {@code least} to {@code most} times. */
    public void verify(Map<String, ?> where, int least, int most) {
        try {
            control.post("/requests/verify", Map.of("where", where, "count", Map.of("min", least, "max", most)));
        } catch (SandboxRefusal refused) {
            if (refused.status() != NOT_VERIFIED) {
                throw refused;
            }
            throw new NotVerified(String.valueOf(refused.getMessage()), misses(refused.json()));
        }
    }

    private static List<String> misses(Json problem) {
        return problem.at("nearest").items().stream()
                .map(miss -> "#" + miss.at("number").text() + " ["
                        + miss.at("endpoint").text() + "] "
                        + miss.at("differences").items().stream()
                                .map(Json::text)
                                .collect(Collectors.joining("; ")))
                .toList();
    }

    /** Requests that went because of a limit, or none where the journal is off: nobody can say what they were. */
    Optional<String> gap() {
        return gap("journal", "requests", "limits.journal=0");
    }

    /** As {@link #gap}, of findings. */
    Optional<String> gapOfFindings() {
        return gap("findings", "findings", "limits.findings=0, or level=lenient");
    }

    private Optional<String> gap(String member, String what, String off) {
        Json memory = control.read("/world").at(member);
        long forgotten = memory.at("forgotten").number(0);
        if (!memory.at("on").isTrue()) {
            return Optional.of("nothing of what happened was kept (" + off + ")");
        }
        return forgotten == 0
                ? Optional.empty()
                : Optional.of(forgotten + " older " + what + " are gone (limits." + member + ")");
    }

    /** Those of one endpoint, oldest first. */
    public List<Entry> entries(String endpoint) {
        return entries().stream()
                .filter(entry -> entry.endpoint().equals(endpoint))
                .toList();
    }

    /** Oldest first. */
    public List<Finding> findings() {
        return control.read("/findings").items().stream()
                .map(node -> new Finding(
                        node.at("rule").text(),
                        node.at("severity").text(),
                        node.at("clause").text(),
                        node.at("evidence").text(),
                        node.at("count").number(1)))
                .toList();
    }

    private static List<Entry> read(Json list) {
        return list.items().stream()
                .map(node -> new Entry(
                        node.at("number").number(0),
                        node.at("endpoint").text(),
                        node.at("method").text(),
                        node.at("target").text(),
                        node.at("body").text(),
                        (int) node.at("status").number(0),
                        node.at("answer").text(),
                        node.at("notes").items().stream().map(Json::text).toList()))
                .toList();
    }
}
