package kz.paysandbox.emulator.cli;

/** A flag, variable or line of the settings file cannot be used; the message says which and what was meant. */
final class SettingsException extends RuntimeException {

    private static final long serialVersionUID = 1;

    SettingsException(String message) {
        super(message);
    }
}
