package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.GrowingList;
import kz.paysandbox.emulator.client.ControlClient;

/** Prints requests as they come. Ctrl-C ends the process with 0, for looking until then is what was asked for. */
final class RequestsFollower {

    private static final long PAUSE_MILLIS = 300;

    /** Requests that may be under way together; numbers are given when they begin. */
    private static final int AT_ONCE = 50;

    private static final int MOST_SEEN = 2_000;

    private final ControlClient client;
    private final String filter;
    private final GrowingList printed;
    private final PrintWriter err;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final NavigableSet<Long> seen = new TreeSet<>();
    private long oldest;

    /**
     * @param filter of the query, beginning with an ampersand; may be empty
     */
    RequestsFollower(ControlClient client, String filter, GrowingList printed, PrintWriter err) {
        this.client = client;
        this.filter = filter;
        this.printed = printed;
        this.err = err;
    }

    /** Returns at the sandbox's end, or when nobody reads what is printed. */
    int follow(JsonNode first) {
        Thread leaving = new Thread(() -> Runtime.getRuntime().halt(ExitCode.OK));
        Runtime.getRuntime().addShutdownHook(leaving);
        try {
            long last = newest();
            oldest = first.isEmpty() ? last : first.get(0).path("number").asLong() - 1;
            print(first);
            while (!printed.isUnread() && !stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                last = next(last);
            }
        } catch (UncheckedIOException gone) {
            err.println("sandbox: the sandbox at " + client.base() + " has ended");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            stay(leaving);
        }
        return ExitCode.OK;
    }

    /** The process leaves with what this command says. */
    private static void stay(Thread leaving) {
        try {
            Runtime.getRuntime().removeShutdownHook(leaving);
        } catch (IllegalStateException leavingAlready) {
            Thread.currentThread().interrupt();
        }
    }

    /** Numbers begin anew where the world was reset. */
    private long next(long last) {
        long newest = newest();
        if (newest < last) {
            seen.clear();
            oldest = 0;
        }
        long from = Math.max(oldest, Math.min(newest, last) - AT_ONCE);
        print(client.get("/requests?limit=1000&since=" + from + filter));
        return newest;
    }

    private long newest() {
        return client.get("/requests?limit=1").path(0).path("number").asLong();
    }

    /** What was not printed before: a request that took long comes after others that began later. */
    private void print(JsonNode requests) {
        ArrayNode fresh = JsonNodeFactory.instance.arrayNode();
        requests.forEach(request -> {
            if (seen.add(request.path("number").asLong())) {
                fresh.add(request);
            }
        });
        printed.add(fresh);
        while (seen.size() > MOST_SEEN) {
            seen.pollFirst();
        }
    }
}
