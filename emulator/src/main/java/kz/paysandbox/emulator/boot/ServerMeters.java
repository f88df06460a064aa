package kz.paysandbox.emulator.boot;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.paysandbox.emulator.control.call.Version;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.journal.JournalMemory;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.ServerMemory;
import kz.paysandbox.emulator.core.metrics.MeterSource;
import kz.paysandbox.emulator.core.metrics.Sample;

/**
 * What can be measured of a server beside its requests.
 *
 * @param started when it was; the process may be older
 */
record ServerMeters(Worlds worlds, List<BankDesk> banks, JournalMemory journals, ServerMemory memory, Instant started)
        implements MeterSource {

    private static final double MILLIS = 1_000;

    @Override
    public Stream<Sample> samples() {
        List<World> all = worlds.all();
        return Stream.concat(
                Stream.of(
                        new Sample(
                                Sample.Kind.GAUGE,
                                "process_start_time_seconds",
                                "Start of the process, seconds since 1970-01-01T00:00:00Z.",
                                Map.of(),
                                ProcessHandle.current()
                                                .info()
                                                .startInstant()
                                                .orElse(started)
                                                .toEpochMilli()
                                        / MILLIS),
                        Sample.gauge(
                                "kzpay_sandbox_build",
                                "The build that runs; always 1.",
                                Map.of("version", Version.current()),
                                1),
                        Sample.gauge("kzpay_sandbox_worlds", "Worlds that there are.", all.size()),
                        Sample.gauge("kzpay_sandbox_journal_bytes", "Bytes that all journals hold.", journals.held()),
                        Sample.gauge(
                                "kzpay_sandbox_callbacks_owed",
                                "Callbacks that merchants are still to be sent.",
                                all.stream().mapToLong(this::owed).sum())),
                Arrays.stream(MemoryKind.values()).flatMap(this::memory));
    }

    private long owed(World world) {
        return banks.stream()
                .flatMap(bank -> bank.callbacks().stream())
                .mapToLong(callbacks -> callbacks.owed(world))
                .sum();
    }

    private Stream<Sample> memory(MemoryKind kind) {
        Map<String, String> labels = Map.of("kind", kind.name().toLowerCase(Locale.ROOT));
        return Stream.of(
                Sample.gauge(
                        "kzpay_sandbox_memory_bytes",
                        "Bytes that all worlds hold beside their journals, by kind.",
                        labels,
                        memory.held(kind)),
                Sample.gauge(
                        "kzpay_sandbox_memory_limit_bytes",
                        "Bytes that all worlds may hold beside their journals, by kind.",
                        labels,
                        memory.most(kind)));
    }
}
