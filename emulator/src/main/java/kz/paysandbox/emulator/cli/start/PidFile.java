package kz.paysandbox.emulator.cli.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.certs.store.FileProblems;

/**
 * Which process is the sandbox of a home folder: its number, and when it began. Numbers are used again, so a process that
 * began at another time is not taken for it.
 */
final class PidFile {

    /** What a machine's clock may have been set by since. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private final Path file;

    PidFile(Path home) {
        this.file = home.resolve("sandbox.pid");
    }

    /** Says that this process is the sandbox. */
    void write() {
        try {
            Files.writeString(file, text(ProcessHandle.current()));
        } catch (IOException unwritable) {
            throw new UncheckedIOException("cannot write " + file + ": " + FileProblems.of(unwritable), unwritable);
        }
    }

    /** Takes the file away, unless another process has written its own since. */
    void remove(ProcessHandle process) {
        try {
            if (numberAndStart()
                    .filter(line -> line.get(0).equals(String.valueOf(process.pid())))
                    .isPresent()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("cannot remove " + file + ": " + FileProblems.of(gone), gone);
        }
    }

    /** The sandbox's process; empty where there is none any more, or what has its number is another. */
    Optional<ProcessHandle> running() {
        return numberAndStart()
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.get(0)))
                        .filter(PidFile::isRunning)
                        .filter(process -> began(process, Instant.ofEpochMilli(Long.parseLong(line.get(1))))));
    }

    /** Whether it runs; one that has ended and whose parent has not asked for its exit code has no command any more. */
    static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private static boolean began(ProcessHandle process, Instant start) {
        return process.info()
                .startInstant()
                .filter(began -> Duration.between(start, began).abs().compareTo(TOLERANCE) <= 0)
                .isPresent();
    }

    /** Two numbers; empty where the file is not there or holds something else. */
    private Optional<List<String>> numberAndStart() {
        try {
            return Optional.of(List.of(Files.readString(file).strip().split(" ", -1)))
                    .filter(parts -> parts.size() == 2 && parts.stream().allMatch(part -> part.matches("\\d{1,18}")));
        } catch (IOException absent) {
            return Optional.empty();
        }
    }

    private static String text(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + " " + start + "\n";
    }
}
