package kz.paysandbox.emulator.core.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kz.paysandbox.emulator.core.data.Bytes;
import org.junit.jupiter.api.Test;

class JournalTest {

    @Test
    void it_keeps_the_latest_entries_oldest_first() {
        Journal journal = new Journal(2, JournalMemory.unbounded());
        journal.add(exchange(1, "GET"));
        journal.add(exchange(2, "GET"));
        journal.add(exchange(3, "GET"));
        assertThat(journal.all()).extracting(Exchange::number).containsExactly(2L, 3L);
        assertThat(journal.numbered(1)).isEmpty();
        assertThat(journal.numbered(3)).map(Exchange::number).contains(3L);
    }

    @Test
    void numbers_begin_with_one_and_go_on_when_the_entries_are_forgotten() {
        Journal journal = new Journal(2, JournalMemory.unbounded());
        assertThat(journal.nextNumber()).isEqualTo(1);
        journal.add(exchange(1, "GET"));
        journal.clear();
        assertThat(journal.all()).isEmpty();
        assertThat(journal.nextNumber()).isEqualTo(2);
    }

    @Test
    void a_journal_of_nothing_keeps_nothing() {
        Journal journal = new Journal(0, JournalMemory.unbounded());
        journal.add(exchange(1, "GET"));
        assertThat(journal.all()).isEmpty();
    }

    @Test
    void it_keeps_where_it_may_keep_something() {
        assertThat(new Journal(0, JournalMemory.unbounded()).keeps()).isFalse();
        assertThat(new Journal(1, JournalMemory.unbounded()).keeps()).isTrue();
    }

    @Test
    void a_watcher_is_told_of_every_exchange_until_it_stops() {
        Journal journal = new Journal(10, JournalMemory.unbounded());
        List<Long> told = new ArrayList<>();
        Consumer<Exchange> watcher = exchange -> told.add(exchange.number());
        assertThat(journal.watch(watcher)).isTrue();
        assertThat(journal.watch(watcher)).isFalse();
        assertThat(journal.watchers()).isEqualTo(1);
        journal.add(exchange(1, "GET"));
        journal.addOfStranger(exchange(2, "GET"));
        journal.unwatch(watcher);
        journal.add(exchange(3, "GET"));
        assertThat(told).containsExactly(1L, 2L);
        assertThat(journal.watchers()).isZero();
    }

    @Test
    void no_more_watch_than_may() {
        Journal journal = new Journal(10, JournalMemory.unbounded());
        List<Long> told = new ArrayList<>();
        for (long watcher = 0; watcher < Journal.MOST_WATCHERS; watcher++) {
            long own = watcher;
            assertThat(journal.watch(exchange -> told.add(own))).isTrue();
        }
        assertThat(journal.watch(exchange -> told.add(-1L))).isFalse();
    }

    @Test
    void callers_without_credentials_have_their_own_part_and_their_place_by_number() {
        Journal journal = new Journal(2, JournalMemory.unbounded());
        journal.addOfStranger(exchange(1, "GET"));
        journal.add(exchange(2, "GET"));
        journal.addOfStranger(exchange(3, "GET"));
        journal.addOfStranger(exchange(4, "GET"));
        assertThat(journal.all()).extracting(Exchange::number).containsExactly(2L, 3L, 4L);
        assertThat(journal.numbered(4)).map(Exchange::number).contains(4L);
        assertThat(journal.forgotten(row -> true)).isEqualTo(1);
        assertThat(journal.forgotten(row -> row.isEmpty())).isZero();
        journal.clear();
        assertThat(journal.all()).isEmpty();
        assertThat(journal.forgotten(row -> true)).isZero();
    }

    @Test
    void an_exchange_without_a_method_was_a_failed_handshake() {
        assertThat(exchange(1, "").isHandshake()).isTrue();
        assertThat(exchange(1, "GET").isHandshake()).isFalse();
    }

    @Test
    void findings_keep_the_latest_oldest_first() {
        Findings findings = new Findings(2, () -> Instant.EPOCH);
        findings.add(finding("a"));
        findings.add(finding("b"));
        findings.add(finding("c"));
        assertThat(findings.all()).extracting(Finding::rule).containsExactly("b", "c");
    }

    @Test
    void one_cause_is_one_finding_with_a_count_and_its_first_and_last_requests() {
        Findings findings = new Findings(10, () -> Instant.EPOCH);
        for (long request = 1; request <= 100; request++) {
            findings.add(new Finding(
                    "a",
                    "2.1",
                    Finding.Severity.NOTE,
                    "seen after " + request,
                    "cause",
                    1,
                    List.of(request),
                    now(request)));
        }
        findings.add(new Finding("a", "2.1", Finding.Severity.NOTE, "other", List.of(101L), now(101)));

        assertThat(findings.all()).hasSize(2);
        Finding first = findings.all().get(0);
        assertThat(first.count()).isEqualTo(100);
        assertThat(first.evidence()).isEqualTo("seen after 1");
        assertThat(first.at()).isEqualTo(now(1));
        assertThat(first.requests()).hasSize(20).startsWith(1L, 2L).endsWith(99L, 100L);
    }

    private static Instant now(long second) {
        return Instant.ofEpochSecond(second);
    }

    @Test
    void findings_of_nothing_keep_nothing() {
        Findings findings = new Findings(0, () -> Instant.EPOCH);
        findings.add(finding("a"));
        assertThat(findings.all()).isEmpty();
    }

    @Test
    void a_finding_s_requests_cannot_be_changed_from_outside() {
        List<Long> requests = new ArrayList<>(List.of(1L));
        Finding finding = new Finding("a", "1", Finding.Severity.NOTE, "e", requests, Instant.EPOCH);
        requests.clear();
        assertThat(finding.requests()).containsExactly(1L);
    }

    private static Finding finding(String rule) {
        return new Finding(rule, "2.1", Finding.Severity.NOTE, "evidence", List.of(1L), Instant.EPOCH);
    }

    private static Exchange exchange(long number, String method) {
        return new Exchange(
                new Exchange.Heading(number, Instant.EPOCH, Duration.ZERO, "kaspi-r1", "r1 health ping"),
                new Exchange.Message(method, "/", List.of(), Bytes.NONE),
                200,
                Bytes.NONE,
                new Exchange.Tls("127.0.0.1", "", "", ""),
                List.of());
    }
}
