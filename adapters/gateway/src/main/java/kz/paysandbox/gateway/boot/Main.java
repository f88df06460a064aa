package kz.paysandbox.gateway.boot;

import java.util.Arrays;
import kz.paysandbox.gateway.boot.cli.GatewayCommand;

/** The runnable jar's entry. */
public final class Main {
    private static final String COMMAND = "gateway";

    private Main() {}

    /** Runs the command; its first word may be {@code gateway}, as the launcher gives it. */
    public static void main(String[] args) {
        boolean named = args.length > 0 && args[0].equals(COMMAND);
        int code = GatewayCommand.line().execute(named ? Arrays.copyOfRange(args, 1, args.length) : args);
        System.out.flush();
        System.exit(code);
    }
}
