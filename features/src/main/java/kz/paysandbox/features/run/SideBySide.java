package kz.paysandbox.features.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.features.run.Result.Verdict;

/** Keeps the verdicts of each run in a folder, and writes one page that sets them side by side. */
public final class SideBySide {

    private static final String SUFFIX = ".verdicts";

    private final Path folder;

    public SideBySide(Path folder) {
        this.folder = folder;
    }

    /** Adds a run, in place of an earlier one of the same name, and writes the page anew. */
    public void add(String run, Report report) {
        List<String> lines = report.results().stream()
                .map(result -> result.verdict() + "\t" + name(result))
                .toList();
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(run + SUFFIX), lines);
            Files.writeString(folder.resolve("side-by-side.html"), page());
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private String page() throws IOException {
        SortedMap<String, Map<String, String>> verdicts = new TreeMap<>();
        List<Path> runs;
        try (Stream<Path> files = Files.list(folder)) {
            runs = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        }
        for (Path run : runs) {
            for (String line : Files.readAllLines(run)) {
                String[] parts = line.split("\t", 2);
                verdicts.computeIfAbsent(parts[1], scenario -> new TreeMap<>()).put(title(run), parts[0]);
            }
        }
        List<String> titles = runs.stream().map(SideBySide::title).toList();
        String head = titles.stream().map(SideBySide::cell).collect(Collectors.joining());
        String rows = verdicts.entrySet().stream()
                .map(entry -> row(entry.getKey(), entry.getValue(), titles))
                .collect(Collectors.joining());
        return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Runs side by side</title>"
                + "<style>body{font:15px sans-serif;margin:2em}td{padding:.2em 1em;border-top:1px solid #ddd}"
                + ".different td{background:#fdd}.same{color:#063}</style><h1>Runs side by side</h1><table><tr>"
                + cell("scenario") + head + cell("") + "</tr>" + rows + "</table></html>\n";
    }

    private static String row(String scenario, Map<String, String> verdicts, List<String> runs) {
        List<String> seen = runs.stream()
                .map(run -> verdicts.getOrDefault(run, Verdict.SKIPPED.name()))
                .toList();
        long tried = seen.stream()
                .filter(verdict -> !verdict.equals(Verdict.SKIPPED.name()))
                .distinct()
                .count();
        String all = seen.contains(Verdict.SKIPPED.name()) ? "not run everywhere" : "same";
        String said = tried > 1 ? "different" : all;
        String cells = seen.stream()
                .map(verdict ->
                        cell(verdict.equals(Verdict.SKIPPED.name()) ? "not run" : verdict.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining());
        return "<tr class=\"" + said.replaceAll(" .*", "") + "\">" + cell(scenario) + cells + cell(said) + "</tr>\n";
    }

    private static String cell(String text) {
        return "<td>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</td>";
    }

    private static String title(Path run) {
        return String.valueOf(run.getFileName()).replace(SUFFIX, "");
    }

    private static String name(Result result) {
        return result.where().replaceAll(".*features/", "").replaceAll("\\s", " ") + " "
                + result.name().replaceAll("\\s", " ");
    }
}
