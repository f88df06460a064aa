package kz.paysandbox.emulator.cli.start;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The file that a process in the background prints to, kept from filling the disk: once it is longer than allowed, its
 * end alone stays. The process appends to it, so that it goes on behind what stays; a line that is printed meanwhile may
 * be lost.
 *
 * @param longest bytes
 * @param kept bytes at most that stay, beginning with a whole line
 */
record BoundedLog(Path file, long longest, int kept) {

    private static final long LONGEST = 16L * 1024 * 1024;
    private static final int KEPT = 1024 * 1024;
    private static final int PAUSE_SECONDS = 10;

    /** The log of a sandbox in the background. */
    static BoundedLog of(Path home) {
        return new BoundedLog(home.resolve("sandbox.log"), LONGEST, KEPT);
    }

    /** Looks at its length from time to time, until the process ends. */
    void watch() {
        ScheduledExecutorService watcher = Executors.newSingleThreadScheduledExecutor(look -> {
            Thread thread = new Thread(look, "sandbox-log");
            thread.setDaemon(true);
            return thread;
        });
        var unused = watcher.scheduleWithFixedDelay(this::look, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        try {
            shorten();
        } catch (IOException notThere) {
            // The next look may find it; there is no other place to say so.
            return;
        }
    }

    /** Cuts its beginning off where it is too long. */
    void shorten() throws IOException {
        if (Files.size(file) <= longest) {
            return;
        }
        try (RandomAccessFile log = new RandomAccessFile(file.toFile(), "rw")) {
            byte[] end = new byte[kept];
            log.seek(log.length() - kept);
            log.readFully(end);
            int from = 0;
            while (from < end.length && end[from] != '\n') {
                from++;
            }
            log.setLength(0);
            log.seek(0);
            log.write(end, Math.min(from + 1, end.length), end.length - Math.min(from + 1, end.length));
        }
    }
}
