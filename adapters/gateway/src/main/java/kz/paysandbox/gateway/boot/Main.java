package kz.paysandbox.gateway.boot;

import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import kz.paysandbox.gateway.boot.cli.GatewayCommand;

/** The runnable jar's entry. */
public final class Main {
    private static final String COMMAND = "gateway";
    private static final String LEVEL = "org.slf4j.simpleLogger.log.";

    /** Libraries that log headers and bodies as they are on the wire, tokens and phones among them. */
    private static final List<String> WIRES = List.of("org.eclipse.jetty", "org.apache.hc");

    private Main() {}

    /** Runs the command; its first word may be {@code gateway}, as the launcher gives it. */
    public static void main(String[] args) {
        keepWiresQuiet(System.getProperties());
        boolean named = args.length > 0 && args[0].equals(COMMAND);
        int code = GatewayCommand.line().execute(named ? Arrays.copyOfRange(args, 1, args.length) : args);
        System.out.flush();
        System.exit(code);
    }

    /** No property of the command line makes these say more than the gateway's own configuration lets them. */
    private static void keepWiresQuiet(Properties system) {
        system.stringPropertyNames().stream()
                .filter(name -> WIRES.stream().anyMatch(wire -> name.startsWith(LEVEL + wire)))
                .forEach(system::remove);
    }
}
