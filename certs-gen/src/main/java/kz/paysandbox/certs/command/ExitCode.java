package kz.paysandbox.certs.command;

/** Exit codes of the control contract that this command uses. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int BAD_MATERIAL = 4;
    static final int WARNINGS_ONLY = 16;

    private ExitCode() {}
}
