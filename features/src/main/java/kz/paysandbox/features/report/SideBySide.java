package kz.paysandbox.features.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kz.paysandbox.features.run.Report;
import kz.paysandbox.features.run.Result;
import kz.paysandbox.features.run.Result.Verdict;

/** Keeps the verdicts of each run in a folder, and writes one page that sets them side by side. */
final class SideBySide {

    private static final String SUFFIX = ".verdicts";

    private final Path folder;

    SideBySide(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a run, in place of an earlier one of the same name, and writes the page anew.
     *
     * @return what came of all runs of the folder, by name
     */
    Map<String, Totals> add(String run, Report report) {
        List<String> lines = report.results().stream()
                .map(result -> result.verdict() + "\t" + feature(result) + "\t" + scenario(result))
                .toList();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(run + SUFFIX), lines);
            ComparisonPage page = page();
            Files.writeString(folder.resolve("side-by-side.html"), page.html());
            return page.totals();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private ComparisonPage page() throws IOException {
        List<Path> runs;
        try (Stream<Path> files = Files.list(folder)) {
            runs = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        SortedMap<String, SortedMap<String, SortedMap<String, Verdict>>> verdicts = new TreeMap<>();
        for (Path run : runs) {
            for (String line : Files.readAllLines(run)) {
                String[] parts = line.split("\t", 3);
                if (parts.length == 3) {
                    verdicts.computeIfAbsent(parts[1], feature -> new TreeMap<>())
                            .computeIfAbsent(parts[2], scenario -> new TreeMap<>())
                            .put(title(run), Verdict.valueOf(parts[0]));
                }
            }
        }
        return new ComparisonPage(runs.stream().map(SideBySide::title).toList(), verdicts);
    }

    private static String title(Path run) {
        return String.valueOf(run.getFileName()).replace(SUFFIX, "");
    }

    private static String feature(Result result) {
        return result.where().replaceAll(".*features/|:\\d+$", "").replaceAll("\\s", " ");
    }

    /** Line and name: two scenarios may have one name, and a page sorts by line. */
    private static String scenario(Result result) {
        return result.where().replaceAll(".*:", "") + " " + result.name().replaceAll("\\s", " ");
    }
}
