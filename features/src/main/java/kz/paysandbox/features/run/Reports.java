package kz.paysandbox.features.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Option;

/** Which reports are written, and where. */
public final class Reports {

    private static final String STYLE =
            "<style>*{box-sizing:border-box}body{max-width:80rem;margin:0 auto!important;padding:1rem 1.5rem!important}</style>";

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

    /** With html, names the report, and keeps the page up to date that sets the runs of a folder side by side. */
    public void finish(String run, Report report) {
        if (formats.stream().anyMatch("html"::equalsIgnoreCase)) {
            dress(folder.resolve("report.html"), run);
            new SideBySide(folder).add(run, report);
        }
    }

    /** Cucumber's page has one title for all, and is a little wider than the window. */
    private static void dress(Path page, String run) {
        try {
            Files.writeString(
                    page,
                    Files.readString(page)
                            .replaceFirst(
                                    "<title>[^<]*</title>", "<title>Contract suite, " + run + "</title>" + STYLE));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
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
