package kz.paysandbox.emulator.control.view;

import java.util.List;

/** An exchange without times, durations, ports and credentials: equal for equal runs. */
public record NormalizedView(
        String listener,
        String endpoint,
        String method,
        String target,
        String body,
        int status,
        String answer,
        List<String> notes) {}
