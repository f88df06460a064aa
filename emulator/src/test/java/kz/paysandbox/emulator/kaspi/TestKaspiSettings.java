package kz.paysandbox.emulator.kaspi;

import java.util.Map;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.WorldLimits;
import kz.paysandbox.emulator.core.settings.Settings;
import kz.paysandbox.emulator.core.settings.SettingsReader;
import kz.paysandbox.emulator.kaspi.call.KaspiConfig;
import kz.paysandbox.emulator.kaspi.call.KaspiSettings;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;

/** The Kaspi half's settings, some of them set. */
public final class TestKaspiSettings {

    /** The answer to create-link, captured on the bank's test host, r3, 2023-04-24. */
    public static final String CAPTURED_LINK = "{\"Data\":{\"PaymentLink\":"
            + "\"https://pay.kaspi.kz/pay/59124797555070531307541976950921491958401\","
            + "\"ExpireDate\":\"2023-04-24T10:34:45.958+06:00\",\"PaymentId\":504720710,\"PaymentMethods\":[\"Red\"],"
            + "\"PaymentBehaviorOptions\":{\"LinkActivationWaitTimeout\":180,\"PaymentConfirmationTimeout\":65,"
            + "\"StatusPollingInterval\":5}},\"StatusCode\":0}";

    public static final WorldLimits LIMITS = new WorldLimits(1_000, 100, 100, 100);

    private TestKaspiSettings() {}

    static KaspiConfig config(Level level, Map<String, String> flags) {
        Settings settings = new SettingsReader(KaspiSettings.all())
                .read(flags, Map.of(), Map.of())
                .value()
                .orElseThrow();
        return KaspiConfig.from(settings, level, LIMITS);
    }

    public static KaspiWire wire(Map<String, String> flags) {
        return new KaspiWire(config(Level.DOCUMENTED, flags));
    }
}
