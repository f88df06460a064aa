package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.paysandbox.emulator.core.settings.Evidence;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.http.Reply;

/** What runs, how it is set, and what it assumes. */
final class ServerHandlers {

    private final ControlRoom room;

    ServerHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply health(ControlCall call) {
        boolean up = room.up().getAsBoolean();
        return room.json().reply(up ? 200 : 503, Map.of("status", up ? "UP" : "STARTING"));
    }

    Reply version(ControlCall call) {
        Map<String, Object> version = new LinkedHashMap<>();
        version.put("name", "kzpay-sandbox");
        version.put("version", Version.current());
        version.put("java", Runtime.version().toString());
        version.put("contracts", List.of("Kaspi QR v3.9", "Halyk ePay 2.0"));
        return room.json().reply(200, version);
    }

    Reply config(ControlCall call) {
        Map<String, Object> config = new LinkedHashMap<>();
        for (Settings.Value value : room.settings().all()) {
            config.put(
                    value.setting().key(),
                    Map.of(
                            "value",
                            value.text(),
                            "source",
                            value.source().name().toLowerCase(Locale.ROOT),
                            "default",
                            value.setting().fallback()));
        }
        return room.json().reply(200, config);
    }

    Reply schema(ControlCall call) {
        return room.json().reply(200, SettingsSchema.of(room.settings()));
    }

    Reply assumptions(ControlCall call) {
        return room.json()
                .reply(
                        200,
                        room.settings().all().stream()
                                .filter(value -> value.setting().evidence() != Evidence.OURS)
                                .map(ServerHandlers::assumption)
                                .toList());
    }

    private static Map<String, Object> assumption(Settings.Value value) {
        Setting setting = value.setting();
        Map<String, Object> view = new LinkedHashMap<>();
        view.put("name", setting.key());
        view.put("default", setting.fallback());
        view.put("value", value.text());
        view.put("evidence", setting.evidence().name().toLowerCase(Locale.ROOT));
        view.put("about", setting.about());
        if (!setting.options().isEmpty()) {
            view.put("options", setting.options());
        }
        return view;
    }
}
