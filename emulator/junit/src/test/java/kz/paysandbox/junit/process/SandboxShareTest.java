package kz.paysandbox.junit.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIf;

/** Programs that share a sandbox, as the forks of a build do, and end in every way. */
@EnabledIf("kz.paysandbox.junit.SandboxAvailability#isThere")
@Timeout(120)
class SandboxShareTest {

    private static final String STARTED = "started ";

    private final List<Fork> forks = new ArrayList<>();

    @AfterEach
    void nobody_is_left() {
        forks.forEach(Fork::kill);
    }

    @Test
    void programs_that_come_at_once_share_one_and_it_outlives_its_starter() throws Exception {
        List<String> lines = lines("101", 3);
        assertThat(lines.stream().filter(line -> line.startsWith(STARTED))).hasSize(1);
        assertThat(lines.stream().map(SandboxShareTest::control).distinct()).hasSize(1);
        Fork starter = forks.remove(lines.indexOf(lines.stream()
                .filter(line -> line.startsWith(STARTED))
                .findFirst()
                .orElseThrow()));
        ProcessHandle sandbox = starter.sandbox().orElseThrow();

        starter.kill();
        assertThat(answers(control(lines.get(0)))).isTrue();
        Fork late = fork("101");
        assertThat(late.line()).isEqualTo("joined " + control(lines.get(0)));

        forks.forEach(Fork::kill);
        assertThat(isGone(sandbox)).isTrue();
    }

    @Test
    void it_ends_with_the_starter_that_comes_last() throws Exception {
        goesWithItsLast("102", Fork::kill);
    }

    @Test
    void it_ends_after_programs_that_end_as_they_should() throws Exception {
        goesWithItsLast("103", fork -> {
            try {
                fork.end();
            } catch (IOException ended) {
                throw new IllegalStateException(ended);
            }
        });
    }

    @Test
    void it_does_not_outlive_a_starter_that_dies_during_the_start() throws Exception {
        Fork starter = fork("104");
        ProcessHandle sandbox = starter.sandbox().orElse(null);
        while (sandbox == null) {
            Thread.onSpinWait();
            sandbox = starter.sandbox().orElse(null);
        }
        starter.kill();
        assertThat(isGone(sandbox)).isTrue();
        assertThat(fork("104").line()).startsWith(STARTED);
    }

    @Test
    void one_that_was_killed_is_replaced() throws Exception {
        Fork first = fork("105");
        String before = first.line();
        ProcessHandle sandbox = first.sandbox().orElseThrow();
        sandbox.destroyForcibly();
        assertThat(isGone(sandbox)).isTrue();
        String after = fork("105").line();
        assertThat(after).startsWith(STARTED).isNotEqualTo(before);
        assertThat(answers(control(after))).isTrue();
    }

    @Test
    void other_settings_are_another_process() throws Exception {
        assertThat(fork("106").line()).startsWith(STARTED);
        assertThat(fork("107").line()).startsWith(STARTED);
    }

    private void goesWithItsLast(String seed, Consumer<Fork> end) throws Exception {
        Fork starter = fork(seed);
        URI control = control(starter.line());
        Fork other = fork(seed);
        assertThat(other.line()).isEqualTo("joined " + control);
        ProcessHandle sandbox = starter.sandbox().orElseThrow();
        end.accept(other);
        assertThat(answers(control)).isTrue();
        end.accept(starter);
        assertThat(isGone(sandbox)).isTrue();
    }

    private List<String> lines(String seed, int count) throws Exception {
        List<CompletableFuture<String>> lines = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            Fork fork = fork(seed);
            lines.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return fork.line();
                } catch (IOException broken) {
                    throw new IllegalStateException(broken);
                }
            }));
        }
        return lines.stream().map(CompletableFuture::join).toList();
    }

    private Fork fork(String seed) throws IOException {
        Fork fork = Fork.of(seed);
        forks.add(fork);
        return fork;
    }

    private static URI control(String line) {
        return URI.create(line.substring(line.indexOf(' ') + 1));
    }

    private static boolean answers(URI control) throws Exception {
        HttpRequest health =
                HttpRequest.newBuilder(URI.create(control + "/health")).build();
        return HttpClient.newHttpClient()
                        .send(health, BodyHandlers.discarding())
                        .statusCode()
                == 200;
    }

    /** A second is what a machine with nothing else to do takes; a busy one may take longer. */
    private static boolean isGone(ProcessHandle sandbox) throws Exception {
        sandbox.onExit().get(20, TimeUnit.SECONDS);
        return !sandbox.isAlive();
    }
}
