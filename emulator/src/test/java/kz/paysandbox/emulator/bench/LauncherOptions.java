package kz.paysandbox.emulator.bench;

import java.util.List;
import java.util.stream.Stream;

/** The options of the JVM that the launcher gives to a sandbox. */
final class LauncherOptions {

    /** The collector, and when the optimizing compiler begins. */
    static final List<String> OF_EVERY_RUN = List.of(
            "-XX:+UseSerialGC",
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final List<String> OF_MEMORY = List.of(
            "-Xms16m",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TrimNativeHeapInterval=5000");

    private LauncherOptions() {}

    /** All of them, with another heap. */
    static List<String> with(String heap) {
        return Stream.of(OF_EVERY_RUN, OF_MEMORY, List.of(heap))
                .flatMap(List::stream)
                .toList();
    }
}
