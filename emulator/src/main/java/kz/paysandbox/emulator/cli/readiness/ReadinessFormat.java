package kz.paysandbox.emulator.cli.readiness;

import java.util.Locale;

/** What a report of readiness is written as. */
public enum ReadinessFormat {
    TEXT("readiness.txt"),
    HTML("readiness.html"),
    /** As the control surface answers, with what is accepted. */
    JSON("readiness.json"),
    /** JUnit's XML, as CI servers read it. */
    JUNIT("readiness-junit.xml"),
    /** SARIF 2.1.0. */
    SARIF("readiness.sarif");

    private final String file;

    ReadinessFormat(String file) {
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
