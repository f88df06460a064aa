package kz.paysandbox.emulator.cli;

/** The runnable jar's entry. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        int code = CommandLines.of(args).execute(args);
        System.out.flush();
        System.exit(code);
    }
}
