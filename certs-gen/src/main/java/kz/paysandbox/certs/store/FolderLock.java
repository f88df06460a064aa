package kz.paysandbox.certs.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Exclusive work on a folder, among the threads of this process and among processes. */
public final class FolderLock {
    /** Work done under the lock. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws IOException;
    }

    // Java refuses a second lock on one file within a process instead of waiting, so threads queue here first.
    private static final ReentrantLock THREADS = new ReentrantLock();

    private FolderLock() {}

    /** Runs {@code work} while holding {@code lockFile}, waiting for others to finish first. */
    public static <T> T holding(Path lockFile, Work<T> work) throws IOException {
        THREADS.lock();
        try {
            Path folder = lockFile.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                if (!held.isValid()) {
                    throw new IOException(lockFile + " cannot be locked");
                }
                return work.run();
            }
        } finally {
            THREADS.unlock();
        }
    }
}
