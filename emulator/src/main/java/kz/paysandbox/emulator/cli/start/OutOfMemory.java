package kz.paysandbox.emulator.cli.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import kz.paysandbox.emulator.cli.terminal.ExitCode;

/** Ends the process once an allocation has failed: what goes on after that is in no known state. Needs no memory itself. */
final class OutOfMemory {

    private static final byte[] MESSAGE = ("sandbox: out of memory at a heap of "
                    + Runtime.getRuntime().maxMemory() / (1024 * 1024)
                    + " MB; the process ends. Start it with a larger one, as SANDBOX_JAVA_OPTS=-Xmx1g (in a container JAVA_TOOL_OPTIONS), or with lower limits\n")
            .getBytes(StandardCharsets.UTF_8);

    private static final FileOutputStream ERRORS = new FileOutputStream(FileDescriptor.err);

    private OutOfMemory() {}

    /** Also for threads that nobody watches. */
    static void watchThreads() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            if (failure instanceof OutOfMemoryError error) {
                end(error);
            }
            failure.printStackTrace();
        });
    }

    static synchronized void end(OutOfMemoryError error) {
        try {
            ERRORS.write(MESSAGE);
        } catch (IOException gone) {
            Runtime.getRuntime().halt(ExitCode.OUT_OF_MEMORY);
        }
        Runtime.getRuntime().halt(ExitCode.OUT_OF_MEMORY);
    }
}
