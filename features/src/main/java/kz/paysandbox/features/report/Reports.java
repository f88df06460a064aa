package kz.paysandbox.features.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.features.run.Report;
import picocli.CommandLine.Option;

/** Which reports are written, and where. */
public final class Reports {

    @Option(
            names = "--format",
            split = ",",
            description = "html, junit, json, messages: any of them, by commas.",
            paramLabel = "FORMAT")
    private List<String> formats = List.of();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where reports go (${DEFAULT-VALUE}).",
            defaultValue = "verify-report")
    private Path folder = Path.of("verify-report");

    /** Cucumber's names for those that Cucumber writes. */
    public List<String> plugins() {
        return formats.stream().map(this::plugin).flatMap(Optional::stream).toList();
    }

    /** With html, writes the page of the run, and the page that sets the runs of a folder side by side. */
    public void finish(String run, Report report) {
        if (formats.stream().anyMatch("html"::equalsIgnoreCase)) {
            Map<String, Totals> runs = new SideBySide(folder).add(run, report);
            write(folder.resolve("report.html"), new ReportPage(run, report, runs).html());
        }
    }

    private static void write(Path page, String html) {
        try {
            Files.writeString(page, html);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private Optional<String> plugin(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "html" -> Optional.empty();
            case "junit" -> Optional.of("junit:" + folder.resolve("junit.xml"));
            case "json" -> Optional.of("json:" + folder.resolve("report.json"));
            case "messages" -> Optional.of(CompactMessages.class.getName() + ":" + folder.resolve("report.ndjson"));
            default ->
                throw new IllegalArgumentException("--format takes html, junit, json and messages, not " + format);
        };
    }
}
