package kz.paysandbox.emulator.junit;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a test class asks for. */
record SandboxOptions(
        boolean failOnFindings,
        Set<String> accepted,
        boolean failOnUnmatched,
        String scenario,
        String clock,
        long seed,
        Map<String, String> settings) {

    static final SandboxOptions DEFAULT = of(Plain.class.getAnnotation(Sandbox.class));

    /** Asks for nothing. */
    @Sandbox
    private static final class Plain {}

    SandboxOptions {
        accepted = Set.copyOf(accepted);
        settings = Map.copyOf(settings);
    }

    static SandboxOptions of(Sandbox annotation) {
        Map<String, String> settings = new TreeMap<>();
        Arrays.stream(annotation.settings()).forEach(setting -> {
            int equals = setting.indexOf('=');
            if (equals < 1) {
                throw new IllegalArgumentException("@Sandbox(settings): `" + setting + "` must be key=value");
            }
            settings.put(setting.substring(0, equals), setting.substring(equals + 1));
        });
        return new SandboxOptions(
                annotation.failOnFindings(),
                Set.copyOf(Arrays.asList(annotation.accept())),
                annotation.failOnUnmatched(),
                annotation.scenario(),
                annotation.clock(),
                annotation.seed(),
                settings);
    }
}
