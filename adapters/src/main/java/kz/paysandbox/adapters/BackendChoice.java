package kz.paysandbox.adapters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.adapters.money.Assumption;
import kz.paysandbox.adapters.money.Reconciliation;

/** The choices of the settings for both banks alike. */
final class BackendChoice {
    private BackendChoice() {}

    static Backend backend(Settings settings, Setting ofThisBank) {
        return Backend.parse(settings.find(ofThisBank).orElseGet(() -> settings.require(Setting.BACKEND)));
    }

    static RunningSandbox sandbox(Settings settings) {
        return RunningSandbox.at(home(settings));
    }

    static Path home(Settings settings) {
        return Path.of(settings.find(Setting.EMULATOR_HOME).orElse(".sandbox"));
    }

    /** The usual looking into lost answers, with what the settings promise. */
    static Reconciliation reconciliation(Settings settings, Reconciliation usual) {
        return usual.assuming(settings.find(Setting.ASSUME).stream()
                .flatMap(words -> Stream.of(words.split(",")))
                .map(word -> assumption(word.strip()))
                .toArray(Assumption[]::new));
    }

    private static Assumption assumption(String word) {
        return Stream.of(Assumption.values())
                .filter(one -> one.name().replace('_', '-').equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(Setting.ASSUME.property()
                        + " is sole-operator, unchanged-books-mean-not-applied or both with a comma, not '" + word
                        + "'"));
    }

    static Map<String, String> sandboxHeaders(Settings settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        settings.find(Setting.EMULATOR_WORLD).ifPresent(world -> headers.put("X-Sandbox-World", world));
        settings.find(Setting.EMULATOR_FAULT).ifPresent(fault -> headers.put("X-Sandbox-Fault", fault));
        return headers;
    }
}
