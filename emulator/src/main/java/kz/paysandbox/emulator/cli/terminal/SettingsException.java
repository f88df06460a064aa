package kz.paysandbox.emulator.cli.terminal;

/** A flag, variable or line of the settings file cannot be used; the message says which and what was meant. */
public final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    public SettingsException(String message) {
        super(message);
    }
}
