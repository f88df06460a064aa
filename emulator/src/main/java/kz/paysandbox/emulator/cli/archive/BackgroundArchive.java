package kz.paysandbox.emulator.cli.archive;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Has the archive made that the launcher looked for and did not find, in a process of its own with the lowest priority,
 * which goes on where this one ends. One that is there is looked at later, when the start is over.
 */
public final class BackgroundArchive {

    private static final int LATER_SECONDS = 2;

    private BackgroundArchive() {}

    /** Begins once the sandbox serves; nothing where no launcher asks for it. */
    public static void begin() {
        Optional<Path> archive = ArchivePlace.asked();
        Optional<Path> jar = RunnableJar.ofThisProcess();
        if (archive.isEmpty() || jar.isEmpty()) {
            return;
        }
        Runnable look = () -> look(archive.get(), jar.get());
        if (Files.exists(archive.get())) {
            CompletableFuture.delayedExecutor(LATER_SECONDS, TimeUnit.SECONDS).execute(look);
        } else {
            Thread now = new Thread(look, "sandbox-archive");
            now.setDaemon(true);
            now.start();
        }
    }

    private static void look(Path archive, Path jar) {
        if (new ArchiveLabel(archive, jar).isRight()) {
            return;
        }
        try {
            ProcessBuilder maker = new ProcessBuilder(command(archive, jar))
                    .redirectInput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            ArchiveTraining.clear(maker);
            maker.start();
        } catch (IOException unable) {
            // The sandbox starts without it, as it did now.
            return;
        }
    }

    private static List<String> command(Path archive, Path jar) {
        List<String> command = new ArrayList<>();
        Stream.of("/usr/bin/nice", "/bin/nice")
                .filter(nice -> Files.isExecutable(Path.of(nice)))
                .limit(1)
                .forEach(nice -> command.addAll(List.of(nice, "-n", "19")));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx128m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(ArchivePlace.asking(archive), "-cp", jar.toString(), ArchiveTraining.MAIN, "archive"));
        return command;
    }
}
