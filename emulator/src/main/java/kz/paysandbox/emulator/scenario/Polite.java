package kz.paysandbox.emulator.scenario;

import java.util.Map;

/** How callbacks are delivered when nobody asks for anything else. */
final class Polite {

    static final Act CALLBACKS = new Act(
            ActKind.CALLBACKS,
            "",
            Map.of("delay", "PT0S", "duplicates", 0, "order", "in-order", "beforeResponse", false));

    private Polite() {}
}
