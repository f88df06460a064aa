package kz.paysandbox.features.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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

    /** Cucumber's names for them. */
    public List<String> plugins() {
        return formats.stream().map(this::plugin).toList();
    }

    /** With html, the page that sets the runs of a folder side by side is kept up to date. */
    public void sideBySide(String run, Report report) {
        if (formats.stream().anyMatch("html"::equalsIgnoreCase)) {
            new SideBySide(folder).add(run, report);
        }
    }

    private String plugin(String format) {
        return switch (format.toLowerCase(Locale.ROOT)) {
            case "html" -> "html:" + folder.resolve("report.html");
            case "junit" -> "junit:" + folder.resolve("junit.xml");
            case "json" -> "json:" + folder.resolve("report.json");
            case "messages" -> "message:" + folder.resolve("report.ndjson");
            default ->
                throw new IllegalArgumentException("--format takes html, junit, json and messages, not " + format);
        };
    }
}
