package kz.paysandbox.junit.process;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Folders that belong to the user alone: whoever can write there decides what this user runs. */
final class UserFolder {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rwx------");
    private static final String NAME = "kzpay-sandbox";

    private UserFolder() {}

    /** What is kept between builds: {@code sandbox.cache}, else in the user's cache, else in the temporary folder. */
    static Path cache(Choices choices) {
        return chosen(choices).orElseGet(() -> {
            Optional<Path> user = choices.environment()
                    .apply("XDG_CACHE_HOME")
                    .or(() -> choices.environment().apply("LOCALAPPDATA"))
                    .map(Path::of)
                    .or(() -> property("user.home").map(home -> home.resolve(".cache")));
            return first(elseTemporary(user));
        });
    }

    /**
     * What goes with the machine's start, and is on no network's disk; beside the rest where {@code sandbox.cache} is
     * chosen.
     */
    static Path running(Choices choices) {
        return chosen(choices).map(cache -> inside(cache, "run")).orElseGet(() -> {
            Optional<Path> user = choices.environment().apply("XDG_RUNTIME_DIR").map(Path::of);
            return first(elseTemporary(user));
        });
    }

    private static Optional<Path> chosen(Choices choices) {
        return choices.find("sandbox.cache").map(Path::of).map(folder -> first(List.of(folder)));
    }

    private static List<Path> elseTemporary(Optional<Path> user) {
        return user.filter(Path::isAbsolute)
                .map(folder -> List.of(folder.resolve(NAME), temporary()))
                .orElse(List.of(temporary()));
    }

    private static Path temporary() {
        String user = System.getProperty("user.name", "").replaceAll("[^A-Za-z0-9._-]", "_");
        return property("java.io.tmpdir").orElse(Path.of(".")).resolve(NAME + "-" + user);
    }

    private static Optional<Path> property(String name) {
        return Optional.ofNullable(System.getProperty(name)).map(Path::of);
    }

    /** The first of these that exists or can be made, can be written, and belongs to this user alone. */
    static Path first(List<Path> candidates) {
        SandboxException none = new SandboxException("no folder of the user's own can be made for the sandbox; name one"
                + " with -Dsandbox.cache=DIR (tried " + candidates + ")");
        for (Path candidate : candidates) {
            try {
                return own(candidate.toAbsolutePath());
            } catch (IOException unusable) {
                none.addSuppressed(unusable);
            }
        }
        throw none;
    }

    /** A folder inside one of the user's own, made where it is absent. */
    static Path inside(Path own, String name) {
        try {
            return Files.createDirectories(own.resolve(name));
        } catch (IOException unusable) {
            throw new SandboxException(own.resolve(name) + " cannot be made", unusable);
        }
    }

    private static Path own(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (Files.notExists(folder)) {
            Files.createDirectories(folder.getParent());
            make(folder, posix);
        }
        Path probe = Files.createTempFile(folder, ".probe", "");
        try {
            if (!Files.getOwner(folder).equals(Files.getOwner(probe))) {
                throw new IOException(folder + " belongs to somebody else");
            }
            if (posix && !OWNER_ONLY.containsAll(Files.getPosixFilePermissions(folder))) {
                throw new IOException(folder + " is open to others; chmod 700 it");
            }
            return folder;
        } finally {
            Files.delete(probe);
        }
    }

    private static void make(Path folder, boolean posix) throws IOException {
        try {
            if (posix) {
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
            } else {
                Files.createDirectory(folder);
            }
        } catch (FileAlreadyExistsException anotherWasFaster) {
            if (!Files.isDirectory(folder)) {
                throw anotherWasFaster;
            }
        }
    }
}
