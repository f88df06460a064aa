package kz.paysandbox.emulator.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.certs.store.FileProblems;
import kz.paysandbox.certs.store.SafeFiles;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.postgres.HomeFile;

/**
 * The files of the home that all nodes have alike: certificates and keys, tokens. Clients trust and are trusted by
 * whichever node answers.
 */
public final class HomeShare {

    /** The authority's certificate. */
    private static final String ROOT = "pki/kbs_root_ca.crt";

    /** Of a file, in bytes; larger ones are none of the sandbox's. */
    private static final long LARGEST = 256 * 1024;

    private final Path home;
    private final List<Path> single;
    private final Map<String, Bytes> known = new HashMap<>();

    /**
     * Of a home.
     *
     * @param single files that count beside those of {@code pki}; of these, those in the home do
     */
    public HomeShare(Path home, List<Path> single) {
        this.home = home.toAbsolutePath().normalize();
        this.single =
                single.stream().map(file -> file.toAbsolutePath().normalize()).toList();
    }

    /**
     * Writes files that were kept into the home.
     *
     * @throws StoreException where it has certificates of another authority, which would be lost
     */
    public synchronized void bring(List<HomeFile> files) {
        files.stream().filter(file -> file.name().equals(ROOT)).forEach(this::checkRoot);
        for (HomeFile file : files) {
            Path target = home.resolve(file.name()).normalize();
            if (!target.startsWith(home)) {
                throw new IllegalArgumentException(file.name() + " is not in the home");
            }
            if (Files.notExists(target) || !file.contents().equals(read(target))) {
                write(target, file);
            }
            known.put(file.name(), file.contents());
        }
    }

    private void checkRoot(HomeFile kept) {
        Path own = home.resolve(ROOT);
        if (Files.exists(own) && !read(own).equals(kept.contents())) {
            throw new StoreException(home + " has certificates of its own, and those of the shared worlds are others:"
                    + " start this node with another --home, or move its pki folder away");
        }
    }

    /** Files that have changed since they were brought or taken last. */
    public synchronized List<HomeFile> changed() {
        List<HomeFile> changed = new ArrayList<>();
        for (Path file : files()) {
            String name = home.relativize(file).toString().replace('\\', '/');
            Bytes contents = read(file);
            if (!Optional.of(contents).equals(Optional.ofNullable(known.get(name)))) {
                changed.add(new HomeFile(name, isReadable(file), contents));
            }
        }
        return changed;
    }

    /** These were kept. */
    public synchronized void taken(List<HomeFile> files) {
        files.forEach(file -> known.put(file.name(), file.contents()));
    }

    private List<Path> files() {
        Path pki = home.resolve("pki");
        try (Stream<Path> below = Files.isDirectory(pki) ? Files.walk(pki) : Stream.empty()) {
            return Stream.concat(below, single.stream())
                    .filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .filter(file -> file.startsWith(home) && isSmall(file))
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(pki + ": " + FileProblems.of(unreadable), unreadable);
        }
    }

    private static boolean isSmall(Path file) {
        try {
            return Files.size(file) <= LARGEST;
        } catch (IOException gone) {
            return false;
        }
    }

    private static Bytes read(Path file) {
        try {
            return Bytes.wrap(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + ": " + FileProblems.of(unreadable), unreadable);
        }
    }

    private static boolean isReadable(Path file) {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
            return view != null && view.readAttributes().permissions().contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static void write(Path file, HomeFile kept) {
        try {
            Files.createDirectories(file.resolveSibling(""));
            SafeFiles.write(
                    file,
                    kept.contents().array(),
                    kept.readable() ? SafeFiles.Access.EVERYONE : SafeFiles.Access.OWNER_ONLY);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + ": " + FileProblems.of(unwritable), unwritable);
        }
    }
}
