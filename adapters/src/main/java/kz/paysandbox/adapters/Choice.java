package kz.paysandbox.adapters;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the settings choose for both banks alike. */
final class Choice {
    private Choice() {}

    static Backend backend(Settings settings, Setting ofThisBank) {
        return Backend.parse(settings.find(ofThisBank).orElseGet(() -> settings.require(Setting.BACKEND)));
    }

    static RunningSandbox sandbox(Settings settings) {
        return RunningSandbox.at(home(settings));
    }

    static Path home(Settings settings) {
        return Path.of(settings.find(Setting.EMULATOR_HOME).orElse(".sandbox"));
    }

    static Map<String, String> sandboxHeaders(Settings settings) {
        Map<String, String> headers = new LinkedHashMap<>();
        settings.find(Setting.EMULATOR_WORLD).ifPresent(world -> headers.put("X-Sandbox-World", world));
        settings.find(Setting.EMULATOR_FAULT).ifPresent(fault -> headers.put("X-Sandbox-Fault", fault));
        return headers;
    }
}
