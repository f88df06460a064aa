package kz.paysandbox.gateway.crash;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/**
 * A trigger of H2 that never returns while a file of its name lies in the folder {@code gateway.test.held}; it leaves a
 * file there for each write that waits. Without the property it does nothing.
 */
public final class HoldingTrigger implements org.h2.api.Trigger {
    static final String FOLDER = "gateway.test.held";

    private String name = "";

    /** For H2. */
    public HoldingTrigger() {}

    @Override
    public void init(Connection connection, String schema, String trigger, String table, boolean before, int type) {
        name = trigger.toLowerCase(Locale.ROOT);
    }

    @Override
    public void fire(Connection connection, Object[] before, Object[] after) throws SQLException {
        String folder = System.getProperty(FOLDER, "");
        if (!folder.isEmpty() && Files.exists(Path.of(folder, name))) {
            try {
                Files.createTempFile(Path.of(folder), "waiting", "");
                new CountDownLatch(1).await();
            } catch (IOException e) {
                throw new SQLException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
