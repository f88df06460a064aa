package kz.paysandbox.emulator.cli.terminal;

/** What the process leaves with; public. */
public final class ExitCode {

    public static final int OK = 0;
    public static final int FAILED = 1;
    public static final int USAGE = 2;
    public static final int PORT_IN_USE = 3;
    public static final int BAD_MATERIAL = 4;
    public static final int NOTHING_RAN = 5;
    public static final int OUT_OF_MEMORY = 12;
    public static final int WARNINGS = 16;

    private ExitCode() {}
}
