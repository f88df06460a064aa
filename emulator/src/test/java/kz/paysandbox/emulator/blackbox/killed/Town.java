package kz.paysandbox.emulator.blackbox.killed;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** All worlds of the test and those who use them. */
final class Town {

    private final Differences differences;
    private final Place main;
    private final List<Party> parties = new ArrayList<>();

    private Town(Differences differences, Place main) {
        this.differences = differences;
        this.main = main;
    }

    static Town found(
            Line line, Differences differences, MerchantServer merchant, Path bundle, HttpClient client, long seed)
            throws Unanswered {
        Place main = new Place("main", line, differences, client, bundle);
        Town town = new Town(differences, main);
        make(main, "{\"name\":\"ahead\"}");
        make(main, "{\"name\":\"auto\"}");
        make(main, "{\"name\":\"frozen\",\"clock\":\"2026-05-01T10:00:00Z\"}");
        town.settle(main, Operator.Time.REAL, merchant, seed);
        town.settle(new Place("ahead", line, differences, client, bundle), Operator.Time.AHEAD, merchant, seed + 1);
        town.settle(new Place("frozen", line, differences, client, bundle), Operator.Time.FROZEN, merchant, seed + 2);
        Place auto = new Place("auto", line, differences, client, bundle);
        auto.control(
                "PUT",
                "/customer",
                "{\"mode\":\"pays\",\"scanAfter\":\"" + Punctuality.SCAN_AFTER + "\",\"confirmAfter\":\""
                        + Punctuality.CONFIRM_AFTER + "\"}");
        town.parties.add(new Punctuality(auto));
        town.parties.add(new Till(auto, new Chance(seed + 3), true));
        town.parties.add(new Founder(main, client, new Chance(seed + 4)));
        return town;
    }

    private static void make(Place main, String world) throws Unanswered {
        Reply made = main.control("POST", "/worlds", world);
        main.differences().same("world " + made.body(), 201, made.status());
    }

    private void settle(Place place, Operator.Time time, MerchantServer merchant, long seed) throws Unanswered {
        place.control("PUT", "/callbacks/policy", "{\"retries\":" + json(Ledger.GAPS) + "}");
        parties.add(new Operator(place, new Chance(seed * 31 + 1), time));
        parties.add(new Faults(place, new Chance(seed * 31 + 2)));
        parties.add(new Till(place, new Chance(seed * 31 + 3), false));
        parties.add(new CardShop(place, new Chance(seed * 31 + 4), new Ledger(place, merchant), 100_000));
    }

    private static String json(List<String> words) {
        return "[\"" + String.join("\",\"", words) + "\"]";
    }

    /** Returns with the first answer. */
    void answers() throws Unanswered {
        main.control("GET", "/health", "");
    }

    /** Everybody compares. */
    void check() throws Unanswered {
        for (Party party : parties) {
            party.check();
        }
    }

    /** Everybody acts at once, until nobody answers any more. */
    List<Thread> act(AtomicBoolean killed) {
        List<Thread> threads = new ArrayList<>();
        for (Party party : parties) {
            Thread thread =
                    new Thread(() -> act(party, killed), party.getClass().getSimpleName());
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void act(Party party, AtomicBoolean killed) {
        try {
            while (true) {
                party.act();
            }
        } catch (Unanswered end) {
            if (!killed.get()) {
                differences.add("no answer, and nobody killed it: " + end + " " + end.getCause());
            }
        } catch (RuntimeException broken) {
            differences.add(party.getClass().getSimpleName() + ": " + broken + " at "
                    + List.of(broken.getStackTrace()).subList(0, Math.min(6, broken.getStackTrace().length)));
        }
    }
}
