package kz.paysandbox.junit.process;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * This program's part in a sandbox that it shares with others: who comes first starts it. 0.3 s after the last one has
 * closed this or has died it closes and ends, on a machine with nothing else to do within a second.
 */
public final class SandboxShare implements SandboxHandle {

    private final SandboxProcess process;
    private final SandboxAddress address;
    private final Lease lease;
    private final Optional<Process> started;

    private SandboxShare(SandboxProcess process, SandboxAddress address, Lease lease, Optional<Process> started) {
        this.process = process;
        this.address = address;
        this.lease = lease;
        this.started = started;
    }

    /**
     * Joins the sandbox of these settings, or starts it. The first start for a user makes certificates, which takes
     * seconds.
     *
     * @throws SandboxException where it can neither be found nor started
     */
    public static SandboxShare join(Choices choices, Map<String, String> settings) {
        SandboxProcess process = SandboxProcess.of(choices, settings);
        return alone(process.lockFile(), process);
    }

    @Override
    public SandboxAddress address() {
        return address;
    }

    @Override
    public String lastWords() {
        return process.lastWords();
    }

    /** Whether this program started it. */
    public boolean isStarter() {
        return started.isPresent();
    }

    @Override
    public void close() {
        lease.close();
        started.ifPresent(SandboxProcess::closeInput);
    }

    /**
     * One at a time among all programs by the file's lock, and among the threads of this one by an object that class
     * loaders share too, for a second lock by the same program would be refused.
     */
    private static SandboxShare alone(Path lockFile, SandboxProcess process) {
        synchronized (("kz.paysandbox.junit " + lockFile).intern()) {
            try (FileChannel file = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = file.lock()) {
                assert lock.isValid();
                return joinOrStart(process);
            } catch (IOException unusable) {
                throw new SandboxException(lockFile + " cannot be locked", unusable);
            }
        }
    }

    private static SandboxShare joinOrStart(SandboxProcess process) {
        return process.lease()
                .map(lease -> share(process, lease, Optional.empty()))
                .orElseGet(() -> start(process));
    }

    private static SandboxShare start(SandboxProcess process) {
        Process started = process.start();
        try {
            Lease lease = process.lease()
                    .orElseThrow(() ->
                            new SandboxException("the sandbox started, and cannot be reached on the loopback address"));
            return share(process, lease, Optional.of(started));
        } catch (SandboxException unusable) {
            SandboxProcess.end(started);
            throw unusable;
        }
    }

    private static SandboxShare share(SandboxProcess process, Lease lease, Optional<Process> started) {
        try {
            return new SandboxShare(process, process.address(), lease, started);
        } catch (SandboxException unknown) {
            lease.close();
            throw unknown;
        }
    }
}
