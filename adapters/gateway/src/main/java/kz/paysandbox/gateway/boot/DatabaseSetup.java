package kz.paysandbox.gateway.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.DatabaseKey;
import kz.paysandbox.gateway.store.GatewayDatabase;

/** The opening of the database that the settings name: an H2 file with a key beside it, unless they name another. */
public final class DatabaseSetup {
    private static final int KEY_BYTES = 32;

    private DatabaseSetup() {}

    /** Opens it, and brings its tables up to date. */
    public static GatewayDatabase open(GatewaySettings settings, GatewaySurroundings surroundings) {
        GatewayDatabase.Address address = address(settings);
        return GatewayDatabase.open(address, key(settings, address, surroundings), surroundings.clock());
    }

    static GatewayDatabase.Address address(GatewaySettings settings) {
        return new GatewayDatabase.Address(
                tuned(settings.find(GatewaySetting.DATABASE_URL).orElseGet(() -> file(settings))),
                settings.find(GatewaySetting.DATABASE_USER),
                settings.secret(GatewaySetting.DATABASE_PASSWORD, GatewaySetting.DATABASE_PASSWORD_FILE),
                settings.number(GatewaySetting.DATABASE_CONNECTIONS));
    }

    /** The database, for people: the file, or the address without its parameters. */
    static String name(GatewaySettings settings) {
        return address(settings)
                .url()
                .replaceFirst("^jdbc:h2:file:", "the H2 file ")
                .replaceAll("[;?].*", "");
    }

    /**
     * H2 writes half a second after a commit unless it is told otherwise: what is committed must outlive the process. And it
     * keeps 8 parsed statements a connection; a create needs about 30.
     */
    private static String tuned(String url) {
        return url.startsWith("jdbc:h2:file:") ? with(with(url, "WRITE_DELAY", 0), "QUERY_CACHE_SIZE", 128) : url;
    }

    private static String with(String url, String option, int value) {
        return url.toUpperCase(Locale.ROOT).contains(";" + option + "=") ? url : url + ";" + option + "=" + value;
    }

    /** With pages of 8 KB instead of 16 each commit writes a quarter less. */
    private static String file(GatewaySettings settings) {
        Path file = settings.data().toAbsolutePath().resolve("data");
        if (file.toString().contains(";")) {
            throw new IllegalArgumentException(file + ": a folder of the H2 file has no semicolon in its name");
        }
        return "jdbc:h2:file:" + file + ";DB_CLOSE_ON_EXIT=FALSE;PAGE_SIZE=8192";
    }

    private static Optional<DatabaseKey> key(
            GatewaySettings settings, GatewayDatabase.Address address, GatewaySurroundings surroundings) {
        Optional<Path> named = settings.path(GatewaySetting.DATABASE_KEY_FILE);
        if (named.isPresent() || settings.find(GatewaySetting.DATABASE_URL).isPresent() || !address.file()) {
            return named.map(DatabaseKey::file);
        }
        Path file = settings.data().resolve("database.key");
        Path data = settings.data().resolve("data.mv.db");
        if (Files.exists(data) && !Files.exists(file)) {
            throw new IllegalStateException(data + " is there and its key is not: put " + file
                    + " back from its backup; if the file never had a key, make one (openssl rand -base64 32)");
        }
        byte[] key = new byte[KEY_BYTES];
        surroundings.random().nextBytes(key);
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, Base64.getEncoder().encodeToString(key) + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
        return Optional.of(DatabaseKey.file(file));
    }
}
