package kz.paysandbox.emulator.cli.archive;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Makes the archive of a jar: in a folder of its own beside the place, tried once, and moved there whole. One process at
 * a time does so; a killed one leaves that folder, which the next removes.
 *
 * @param jar absolute
 */
record ArchiveMaker(Path jar, Path archive, JavaBuild java) {

    /** Of other Javas, the latest stay. */
    private static final int MOST = 4;

    private static final String WORK = ".sandbox-archive-";

    /**
     * Makes it unless a right one is there; waits for another process that does.
     *
     * @throws IOException saying why there is none
     */
    void make() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(archive.toAbsolutePath().getParent());
        try (FileChannel file = FileChannel.open(
                        folder.resolve(".sandbox-archive.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = file.lock()) {
            if (!lock.isValid() || new ArchiveLabel(archive, jar).isRight()) {
                return;
            }
            removeLeftovers(folder);
            Path work = Files.createTempDirectory(folder, WORK);
            try {
                publish(new ArchiveTraining(jar, java).archive(work));
            } finally {
                removeAll(work);
            }
            removeOldest(folder);
        }
    }

    /** Without its label no archive is used. */
    private void publish(Path made) throws IOException {
        Files.deleteIfExists(ArchiveLabel.fileOf(archive));
        if (Files.isDirectory(archive)) {
            Files.delete(archive);
        }
        Files.move(made, archive, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        new ArchiveLabel(archive, jar).write();
    }

    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, WORK + "*")) {
            for (Path work : left) {
                removeAll(work);
            }
        }
    }

    private static void removeAll(Path folder) throws IOException {
        List<Path> deepestFirst = new ArrayList<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(deepestFirst::add);
        }
        for (Path each : deepestFirst) {
            Files.deleteIfExists(each);
        }
    }

    private void removeOldest(Path folder) throws IOException {
        Pattern name = Pattern.compile("(\\d+-)?"
                + Pattern.quote(jar.getFileName().toString().replaceFirst("\\.jar$", ""))
                + "-\\d[A-Za-z0-9.+_-]*\\.(jsa|aot)");
        List<Path> archives = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> name.matcher(file.getFileName().toString()).matches())
                    .forEach(archives::add);
        }
        archives.sort(Comparator.comparing((Path file) -> file.toFile().lastModified())
                .reversed());
        for (Path old : archives.subList(Math.min(MOST, archives.size()), archives.size())) {
            Files.deleteIfExists(old);
            Files.deleteIfExists(ArchiveLabel.fileOf(old));
        }
    }
}
