package kz.paysandbox.certs.command;

import picocli.CommandLine;

/** The command on its own, without the launcher. */
public final class CertsMain {
    private CertsMain() {}

    public static void main(String[] args) {
        System.exit(new CommandLine(new CertsCommand()).execute(args));
    }
}
