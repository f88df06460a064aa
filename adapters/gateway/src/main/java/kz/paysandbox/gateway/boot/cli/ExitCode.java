package kz.paysandbox.gateway.boot.cli;

/** What the process leaves with; the same as the sandbox's. */
final class ExitCode {
    static final int OK = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int PORT_IN_USE = 3;
    static final int BAD_MATERIAL = 4;

    private ExitCode() {}
}
