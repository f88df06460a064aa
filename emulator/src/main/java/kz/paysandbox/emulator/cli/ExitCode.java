package kz.paysandbox.emulator.cli;

/** What the process leaves with; public. */
final class ExitCode {

    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PORT_IN_USE = 3;
    static final int BAD_MATERIAL = 4;
    static final int OUT_OF_MEMORY = 12;
    static final int WARNINGS = 16;

    private ExitCode() {}
}
