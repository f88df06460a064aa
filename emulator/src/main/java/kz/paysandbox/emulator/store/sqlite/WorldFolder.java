package kz.paysandbox.emulator.store.sqlite;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.function.LongSupplier;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.StoreKey;
import kz.paysandbox.emulator.store.WorldStore;

/** The worlds of a folder. */
public final class WorldFolder {

    private static final String FILE = "worlds.db";

    private WorldFolder() {}

    /**
     * Opens the worlds of a folder, which is made where it is not there.
     *
     * @param key file of the key that worlds are sealed with; made where it is not there
     * @param fresh whether to begin with new worlds; those of the folder are put aside, in place of those put aside before
     * @param nanoTime the machine's, which only goes forward
     * @throws StoreException where they cannot be used
     */
    public static WorldStore open(Path folder, Path key, boolean fresh, SecureRandom random, LongSupplier nanoTime) {
        Path file = folder.resolve(FILE);
        if (fresh) {
            SqliteDatabase.checkUnused(file);
            putAside(folder);
        }
        SqliteDatabase database = SqliteDatabase.open(file);
        try {
            return new WorldStore(database, StoreKey.of(key, random), nanoTime);
        } catch (StoreException unusable) {
            database.close();
            throw unusable;
        }
    }

    private static void putAside(Path folder) {
        try {
            SqliteDatabase.makeFolder(folder);
            Path before = folder.resolve("before-fresh");
            if (Files.exists(folder.resolve(FILE))) {
                Files.createDirectories(before);
                for (String name : List.of(FILE + "-wal", FILE + "-shm", FILE)) {
                    Files.deleteIfExists(before.resolve(name));
                }
            }
            for (String name : List.of(FILE + "-wal", FILE + "-shm", FILE)) {
                if (Files.exists(folder.resolve(name))) {
                    Files.move(folder.resolve(name), before.resolve(name), StandardCopyOption.ATOMIC_MOVE);
                }
            }
        } catch (IOException stuck) {
            throw new StoreException(
                    "the worlds in " + folder + " cannot be put aside: " + stuck.getMessage()
                            + "; start with --store memory, or with another --home",
                    stuck);
        }
    }
}
