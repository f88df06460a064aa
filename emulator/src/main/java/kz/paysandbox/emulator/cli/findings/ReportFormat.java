package kz.paysandbox.emulator.cli.findings;

import java.util.Locale;

/** What a report is written as. */
public enum ReportFormat {
    TEXT("findings.txt"),
    JSON("findings.json"),
    /** JUnit's XML, as CI servers read it. */
    JUNIT("findings-junit.xml"),
    /** SARIF 2.1.0. */
    SARIF("findings.sarif");

    private final String file;

    ReportFormat(String file) {
        this.file = file;
    }

    String file() {
        return file;
    }

    /** As it is typed. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
