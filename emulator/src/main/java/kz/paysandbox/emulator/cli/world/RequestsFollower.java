package kz.paysandbox.emulator.cli.world;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.GrowingList;
import kz.paysandbox.emulator.client.ControlClient;
import kz.paysandbox.emulator.language.Language;

/** Prints requests as they come. Ctrl-C ends the process with 0, for looking until then is what was asked for. */
final class RequestsFollower {

    private static final long PAUSE_MILLIS = 300;

    /** Requests under way together that are waited for; numbers are given when they begin. */
    private static final int MOST_BEGUN = 50;

    /** The most that the control surface shows at once. */
    private static final int PAGE = 1_000;

    private final ControlClient client;
    private final String filter;
    private final GrowingList printed;
    private final PrintWriter err;
    private final Language language;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final NavigableSet<Long> begun = new TreeSet<>();
    private long last;
    private long generation;

    /**
     * @param filter of the query, beginning with an ampersand; may be empty
     */
    RequestsFollower(ControlClient client, String filter, GrowingList printed, PrintWriter err, Language language) {
        this.client = client;
        this.filter = filter;
        this.printed = printed;
        this.err = err;
        this.language = language;
    }

    /** Returns at the sandbox's end, or when nobody reads what is printed. */
    int follow(JsonNode first) {
        Thread leaving = new Thread(() -> Runtime.getRuntime().halt(ExitCode.OK));
        Runtime.getRuntime().addShutdownHook(leaving);
        try {
            begin(first);
            while (!printed.isUnread() && !stopped.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                next();
            }
        } catch (UncheckedIOException gone) {
            err.println("sandbox: " + language.text("the sandbox at " + client.base() + " has ended"));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        } finally {
            stay(leaving);
        }
        return ExitCode.OK;
    }

    /** What ended before is printed; what has begun among the last of them is waited for. */
    private void begin(JsonNode first) {
        generation = generation();
        JsonNode recent = client.get("/requests?limit=" + MOST_BEGUN);
        JsonNode newest = recent.path(recent.size() - 1);
        last = number(first.isEmpty() ? newest : first.path(first.size() - 1));
        if (!recent.isEmpty()) {
            long shown = first.isEmpty() ? last : number(first.get(0));
            watch(number(recent.get(0)) - 1, upTo(shown, recent));
            watch(shown, first);
        }
        printed.add(first);
    }

    /** The process leaves with what this command says. */
    private static void stay(Thread leaving) {
        try {
            Runtime.getRuntime().removeShutdownHook(leaving);
        } catch (IllegalStateException leavingAlready) {
            Thread.currentThread().interrupt();
        }
    }

    /** What has come since; whole pages, until nothing newer remains. */
    private void next() {
        boolean reset = generation() != generation;
        JsonNode newest = client.get("/requests?limit=1").path(0);
        if (reset || (!newest.isMissingNode() && number(newest) < last)) {
            generation = generation(); // the reset may have come after the first look at it
            last = 0;
            begun.clear();
        }
        finished();
        long until = number(newest);
        while (last < until) {
            JsonNode all = client.get("/requests?limit=" + PAGE + "&since=" + last);
            if (all.isEmpty()) {
                break;
            }
            long end = number(all.get(all.size() - 1));
            printed.add(filter.isEmpty() ? all : wanted(all));
            watch(last, all);
            last = end;
        }
    }

    /** That of the world: numbers begin anew where it is another, for the world was reset. */
    private long generation() {
        return client.get("/world").path("journal").path("generation").asLong();
    }

    /** The numbers between that are in no page: those requests have begun and not ended. */
    private void watch(long after, JsonNode page) {
        long number = after;
        for (JsonNode request : page) {
            long ended = number(request);
            for (long open = Math.max(number + 1, ended - MOST_BEGUN); open < ended; open++) {
                begun.add(open);
            }
            number = ended;
        }
        while (begun.size() > MOST_BEGUN) {
            begun.pollFirst();
        }
    }

    /** Prints those that had begun and have ended since. */
    private void finished() {
        if (begun.isEmpty()) {
            return;
        }
        for (long number : List.copyOf(begun)) {
            JsonNode request =
                    client.get("/requests?limit=1&since=" + (number - 1)).path(0);
            if (number(request) == number) {
                begun.remove(number);
                printed.add(upTo(number, client.get("/requests?limit=1&since=" + (number - 1) + filter)));
            }
        }
    }

    /** Those of a page that the filter lets through. */
    private JsonNode wanted(JsonNode page) {
        Set<Long> listed = new HashSet<>();
        page.forEach(request -> listed.add(number(request)));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (JsonNode request : client.get("/requests?limit=" + PAGE + "&since=" + last + filter)) {
            if (listed.contains(number(request))) {
                list.add(request);
            }
        }
        return list;
    }

    private static ArrayNode upTo(long end, JsonNode requests) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        requests.forEach(request -> {
            if (number(request) <= end) {
                list.add(request);
            }
        });
        return list;
    }

    private static long number(JsonNode request) {
        return request.path("number").asLong();
    }
}
