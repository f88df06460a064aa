package kz.paysandbox.emulator.cli.worlds;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Takes a world to a file. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = "Writes a world to a file: its payments, cards, devices, faults and clock, without the requests.")
public final class WorldsExportCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "NAME", description = "The world")
    private String name = "";

    @Parameters(index = "1", paramLabel = "FILE", description = "The file; one that is there is replaced")
    private Path file = Path.of("");

    @Mixin
    private FileKey key = new FileKey();

    @Override
    public Integer call() {
        byte[] world = sandbox().client().file("/worlds/" + QueryText.of(name) + "/export", key.headers(true));
        try {
            SafeFiles.write(file, world, SafeFiles.Access.OWNER_ONLY);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written: " + unwritable.getMessage(), unwritable);
        }
        answers()
                .said(
                        "written: " + file,
                        new ObjectMapper()
                                .valueToTree(Map.of("world", name, "file", file.toString(), "bytes", world.length)));
        return ExitCode.OK;
    }
}
