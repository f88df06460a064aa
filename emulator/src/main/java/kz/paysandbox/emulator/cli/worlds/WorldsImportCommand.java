package kz.paysandbox.emulator.cli.worlds;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.QueryText;
import kz.paysandbox.emulator.cli.terminal.SandboxClientCommand;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Brings a world back from a file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Makes a world of a file that was exported. It has the credentials that it had, where no other"
                + " world of this sandbox has them; else new ones.")
public final class WorldsImportCommand extends SandboxClientCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "FILE", description = "The file")
    private Path file = Path.of("");

    @Option(names = "--as", paramLabel = "NAME", description = "Its name here. Default: the one that it had")
    private @Nullable String as;

    @Option(
            names = "--replace",
            description = "Where there is a world of this name: it begins again with what is imported, and keeps its"
                    + " credentials")
    private boolean replace;

    @Mixin
    private FileKey key = new FileKey();

    @Override
    public Integer call() {
        String name = as == null ? "" : "&as=" + QueryText.of(as);
        JsonNode world =
                sandbox().client().post("/worlds/import?replace=" + replace + name, bytes(), key.headers(false));
        answers().one(world, List.of("name", "seed"));
        return ExitCode.OK;
    }

    private byte[] bytes() {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}
