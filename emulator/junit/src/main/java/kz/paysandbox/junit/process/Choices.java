package kz.paysandbox.junit.process;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the user has chosen about the sandbox's process, by the names {@code sandbox.…}.
 *
 * @param properties a value by such a name
 * @param environment a value by the same name as a variable, such as {@code SANDBOX_TOKEN_FILE}
 */
public record Choices(Function<String, Optional<String>> properties, Function<String, Optional<String>> environment) {

    /** From system properties and variables of this program. */
    public static Choices ofProgram() {
        return over(name -> Optional.empty());
    }

    /** From a framework's properties, else as {@link #ofProgram()}. */
    public static Choices over(Function<String, Optional<String>> framework) {
        return new Choices(
                name -> framework.apply(name).or(() -> Optional.ofNullable(System.getProperty(name))),
                name -> Optional.ofNullable(System.getenv(name)));
    }

    /** A property, else the variable of its name; empty where neither is set or it is blank. */
    public Optional<String> find(String name) {
        return properties
                .apply(name)
                .or(() -> environment.apply(variable(name)))
                .map(String::strip)
                .filter(value -> !value.isEmpty());
    }

    private static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
