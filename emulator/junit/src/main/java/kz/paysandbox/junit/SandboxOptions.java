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
        Map<String, String> settings = settings(annotation.settings());
        if (!annotation.level().isEmpty()) {
            settings.put("level", annotation.level());
        }
        return new SandboxOptions(
                annotation.failOnFindings(),
                Set.copyOf(Arrays.asList(annotation.accept())),
                annotation.failOnUnmatched(),
                annotation.scenario(),
                annotation.clock(),
                annotation.seed(),
                settings);
    }

    /** Asks for nothing but a seed; 0 leaves it to the sandbox. */
    static SandboxOptions seeded(long seed) {
        return new SandboxOptions(false, Set.of(), false, "", "", seed, Map.of());
    }

    SandboxOptions withSeed(long another) {
        return new SandboxOptions(failOnFindings, accepted, failOnUnmatched, scenario, clock, another, settings);
    }

    private static Map<String, String> settings(String... texts) {
        Map<String, String> settings = new TreeMap<>();
        for (String setting : texts) {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("@Sandbox(settings): `" + setting + "` must be key=value");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        return settings;
    }
}
