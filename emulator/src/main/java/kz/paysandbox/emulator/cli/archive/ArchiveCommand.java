package kz.paysandbox.emulator.cli.archive;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import kz.paysandbox.certs.PkiException;
import kz.paysandbox.emulator.cli.terminal.ExitCode;
import kz.paysandbox.emulator.cli.terminal.LanguageOption;
import kz.paysandbox.emulator.language.Language;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Makes the archive at once, and says where it is and how a JVM is started with it. */
@Command(
        name = "archive",
        mixinStandardHelpOptions = true,
        description = "Make the archive of class data by which this Java starts the sandbox sooner.",
        footer = {
            "",
            "The launcher has it made by itself, in the background after the first start, and uses it from then on;",
            "SANDBOX_ARCHIVE=off leaves it out. It is of one jar and one Java, and passed over with any other.",
        })
public final class ArchiveCommand implements Callable<Integer> {

    private static final long MEGABYTE = 1024 * 1024;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Language language = LanguageOption.of(spec);
        Optional<Path> jar = RunnableJar.ofThisProcess();
        Optional<JavaBuild> java = JavaBuild.ofThisProcess();
        if (jar.isEmpty() || java.isEmpty()) {
            return complain(language.text("an archive is made of a jar, by a Java whose folder has a file release"));
        }
        Optional<Path> launched = ArchivePlace.asked();
        Optional<Path> archive = launched.or(() -> ArchivePlace.of(jar.get(), java.get(), System.getenv()));
        if (archive.isEmpty()) {
            return complain(language.text("there is no folder for the archive: neither the jar's nor a cache"));
        }
        try {
            new ArchiveMaker(jar.get(), archive.get(), java.get()).make();
            long size = Files.size(archive.get()) / MEGABYTE;
            PrintWriter out = spec.commandLine().getOut();
            out.println(language.text("the archive is " + archive.get() + ", " + size + " MB"));
            if (launched.isEmpty()) {
                out.println(language.text("start the sandbox with it:"));
                out.println("  " + start(jar.get(), archive.get(), java.get()));
            }
            return ExitCode.OK;
        } catch (IOException | PkiException failed) {
            return complain(language.text("no archive was made: " + failed.getMessage()));
        }
    }

    /** For a POSIX shell. */
    private static String start(Path jar, Path archive, JavaBuild java) {
        return Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        java.using(archive).stream(),
                        Stream.of("-jar", jar.toString(), "up"))
                .flatMap(words -> words)
                .map(word -> word.matches("[\\w./:=+,-]+") ? word : "'" + word.replace("'", "'\\''") + "'")
                .collect(joining(" "));
    }

    private int complain(String text) {
        spec.commandLine().getErr().println("sandbox: " + text);
        return ExitCode.FAILED;
    }
}
