package kz.paysandbox.features.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kz.paysandbox.features.run.Result.Verdict;

/**
 * All results of a run, in the order of the files.
 *
 * @param finished when the run was over; empty where it was not run to its end
 */
public record Report(List<Result> results, Optional<Instant> finished) {

    public Report {
        results = List.copyOf(results);
    }

    public List<Result> failures() {
        return results.stream().filter(Result::failed).toList();
    }

    public long count(Verdict verdict) {
        return results.stream().filter(result -> result.verdict() == verdict).count();
    }

    /** Scenarios whose verdict is another there, each with both. */
    public List<String> differences(Report other) {
        Map<String, Verdict> there = other.results().stream()
                .collect(Collectors.toMap(Result::where, Result::verdict, (one, two) -> two, TreeMap::new));
        return results.stream()
                .filter(result -> there.get(result.where()) != result.verdict())
                .map(result -> result.where() + " " + result.name() + ": " + result.verdict() + ", then "
                        + Optional.ofNullable(there.get(result.where()))
                                .map(Verdict::name)
                                .orElse("not run"))
                .toList();
    }

    /** How many scenarios were skipped for each reason. */
    public Map<String, Long> skipped() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.SKIPPED)
                .collect(Collectors.groupingBy(Result::reason, TreeMap::new, Collectors.counting()));
    }

    /** Whether anything at all was tried: a run that skipped everything proves nothing. */
    public boolean empty() {
        return count(Verdict.PASSED) + count(Verdict.FAILED) == 0;
    }
}
