package kz.paysandbox.emulator.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** As {@link EveryCommandTest}, each command in a process of its own: what is never flushed is seen here alone. */
@Tag("thorough")
class EveryCommandProcessTest {

    @TempDir
    private Path home;

    @Test
    void all_have_help_and_a_version() throws IOException, InterruptedException {
        EveryCommandTest.haveHelp(words -> CommandProcess.run(home, words));
    }

    @Test
    void all_say_something() throws IOException, InterruptedException, GeneralSecurityException {
        EveryCommandTest.saySomething(home, words -> CommandProcess.run(home, words));
    }
}
