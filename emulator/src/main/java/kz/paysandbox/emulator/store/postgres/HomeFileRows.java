package kz.paysandbox.emulator.store.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.AEADBadTagException;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.store.StoreException;
import kz.paysandbox.emulator.store.StoreKey;

/** The rows of files that the homes of all nodes have in common, each sealed for its name. */
final class HomeFileRows {

    private static final String PLACE = "home_file ";

    private HomeFileRows() {}

    static void write(Connection connection, List<HomeFile> files, StoreKey key) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("insert into home_file (name, readable, sealed)"
                + " values (?, ?, ?) on conflict (name) do update"
                + " set readable = excluded.readable, sealed = excluded.sealed")) {
            for (HomeFile file : files) {
                statement.setString(1, file.name());
                statement.setBoolean(2, file.readable());
                statement.setBytes(
                        3,
                        key.seal(file.contents().array(), PLACE + file.name()).array());
                statement.addBatch();
            }
            statement.executeBatch();
        }
    }

    /**
     * All of them.
     *
     * @throws StoreException where they are sealed with another key
     */
    static List<HomeFile> read(Connection connection, StoreKey key) throws SQLException {
        List<HomeFile> files = new ArrayList<>();
        try (PreparedStatement statement =
                        connection.prepareStatement("select name, readable, sealed from home_file order by name");
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                String name = rows.getString(1);
                files.add(new HomeFile(
                        name, rows.getBoolean(2), Bytes.wrap(key.open(Bytes.wrap(rows.getBytes(3)), PLACE + name))));
            }
        } catch (AEADBadTagException foreign) {
            throw new StoreException(
                    "the worlds of this database are sealed with another key than this node has:"
                            + " copy worlds/key of the home of a node that uses them, or name it with --set store.key-file=FILE",
                    foreign);
        }
        return files;
    }
}
