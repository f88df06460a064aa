package kz.paysandbox.junit;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a test asks for. */
record SandboxOptions(
        boolean failOnFindings,
        Set<String> accepted,
        boolean failOnUnmatched,
        String scenario,
        String clock,
        long seed,
        Map<String, String> settings) {

    SandboxOptions {
        accepted = Set.copyOf(accepted);
        settings = Map.copyOf(settings);
    }

    static SandboxOptions of(Sandbox annotation) {
        return new SandboxOptions(
                annotation.failOnFindings(),
                Set.copyOf(Arrays.asList(annotation.accept())),
                annotation.failOnUnmatched(),
                annotation.scenario(),
                annotation.clock(),
                annotation.seed(),
                settings(annotation.level(), annotation.settings()));
    }

    static SandboxOptions of(SandboxTest annotation) {
        return new SandboxOptions(
                annotation.failOnFindings(),
                Set.copyOf(Arrays.asList(annotation.accept())),
                annotation.failOnUnmatched(),
                annotation.scenario(),
                annotation.clock(),
                annotation.seed(),
                settings(annotation.level(), annotation.settings()));
    }

    /** Asks for nothing but a seed; 0 leaves it to the sandbox. */
    static SandboxOptions seeded(long seed) {
        return new SandboxOptions(false, Set.of(), false, "", "", seed, Map.of());
    }

    SandboxOptions withSeed(long another) {
        return new SandboxOptions(failOnFindings, accepted, failOnUnmatched, scenario, clock, another, settings);
    }

    SandboxOptions withScenario(String another) {
        return new SandboxOptions(failOnFindings, accepted, failOnUnmatched, another, clock, seed, settings);
    }

    /** Whether a test that passed may fail nevertheless. */
    boolean judges() {
        return failOnFindings || failOnUnmatched;
    }

    private static Map<String, String> settings(String level, String... texts) {
        Map<String, String> settings = new TreeMap<>();
        if (!level.isEmpty()) {
            settings.put("level", level);
        }
        for (String setting : texts) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("settings = \"" + setting + "\" must be key=value");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }
}
