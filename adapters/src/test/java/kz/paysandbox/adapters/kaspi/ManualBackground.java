package kz.paysandbox.adapters.kaspi;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import kz.paysandbox.adapters.transport.Background;
import kz.paysandbox.adapters.transport.TestSurroundings;

/** Runs polls when a test lets time pass, in order, on the test's own thread. */
final class ManualBackground implements Background {
    private record Planned(Duration at, CompletableFuture<Void> over) {}

    private final TestSurroundings time;
    private final List<Planned> planned = new ArrayList<>();

    ManualBackground(TestSurroundings time) {
        this.time = time;
    }

    @Override
    public CompletableFuture<Void> pause(Duration delay) {
        CompletableFuture<Void> over = new CompletableFuture<>();
        planned.add(new Planned(time.elapsed().plus(delay), over));
        return over;
    }

    /** Moves to each planned moment in turn, until nothing is planned; returns the moments. */
    List<Duration> runToTheEnd() {
        List<Duration> moments = new ArrayList<>();
        while (!planned.isEmpty()) {
            Planned next =
                    planned.stream().min(Comparator.comparing(Planned::at)).orElseThrow();
            planned.remove(next);
            if (next.at().compareTo(time.elapsed()) > 0) {
                time.advance(next.at().minus(time.elapsed()));
            }
            moments.add(time.elapsed());
            next.over().complete(null);
        }
        return moments;
    }

    int waiting() {
        return planned.size();
    }

    @Override
    public Executor executor() {
        return Runnable::run;
    }

    @Override
    public void close() {
        List<Planned> left = List.copyOf(planned);
        planned.clear();
        left.forEach(each -> each.over().completeExceptionally(new CancellationException("closed")));
    }
}
