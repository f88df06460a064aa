package kz.paysandbox.emulator.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kz.paysandbox.emulator.Emulator;
import kz.paysandbox.emulator.EmulatorConfig;

/** A sandbox that starts in a JVM of somebody else's, as in a test: the first time, and again. Argument: its home. */
public final class EmbeddedStarts {

    private static final int TIMES = 10;

    private EmbeddedStarts() {}

    /** Prints milliseconds from the call of a start until every listener can answer. */
    public static void main(String[] args) {
        List<Double> millis = new ArrayList<>();
        for (int time = 0; time <= TIMES; time++) {
            long begun = System.nanoTime();
            Emulator sandbox = Emulator.start(EmulatorConfig.embedded(Path.of(args[0])));
            millis.add((System.nanoTime() - begun) / 1e6);
            sandbox.close();
        }
        List<Double> again = millis.stream().skip(1).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "start in a JVM that runs already: the first %.0f ms, the second %.0f, the next median %.0f (%.0f to %.0f)%n",
                millis.get(0),
                millis.get(1),
                again.get(again.size() / 2),
                again.get(0),
                again.get(again.size() - 1));
    }
}
