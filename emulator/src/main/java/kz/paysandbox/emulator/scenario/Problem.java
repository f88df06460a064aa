package kz.paysandbox.emulator.scenario;

/**
 * Something wrong in a scenario's text.
 *
 * @param line from 1
 * @param column from 1
 * @param message what is wrong, and what was perhaps meant
 */
public record Problem(int line, int column, String message) {

    @Override
    public String toString() {
        return "line " + line + ", column " + column + ": " + message;
    }
}
