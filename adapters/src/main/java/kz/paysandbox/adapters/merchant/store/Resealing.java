package kz.paysandbox.adapters.merchant.store;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The encrypting of cells that were written before a key was set, or under an older key of the file. Done in batches, each
 * a transaction; a cell that changes meanwhile is left as it was then written.
 */
final class Resealing {
    private static final int BATCH = 1000;

    private final Database database;
    private final DatabaseKey key;

    Resealing(Database database, DatabaseKey key) {
        this.database = database;
        this.key = key;
    }

    private record Cell(Object id, String place, String stored) {}

    /** Encrypts a column with the first key, and says how many cells were not. */
    int column(SealedColumn column) {
        int sealed = 0;
        Optional<Cell> last = Optional.empty();
        do {
            Optional<Cell> before = last;
            List<Cell> cells = database.repeated(sql -> read(sql, column, before));
            sealed += database.<Integer>repeated(sql -> seal(sql, column, cells));
            last = cells.size() < BATCH ? Optional.empty() : Optional.of(cells.get(cells.size() - 1));
        } while (last.isPresent());
        return sealed;
    }

    /** With one key in the file, what is encrypted is so with that. */
    private List<Cell> read(Sql sql, SealedColumn column, Optional<Cell> after) throws SQLException {
        String which = " from " + column.table() + " where " + column.column() + " is not null"
                + (key.several() ? "" : " and " + column.column() + " not like '" + DatabaseKey.PREFIX + "%'")
                + (after.isPresent() ? " and " + column.id() + " > ?" : "")
                + " order by " + column.id() + " fetch first " + BATCH + " rows only";
        Object[] values = after.map(cell -> new Object[] {cell.id()}).orElseGet(() -> new Object[0]);
        return sql.query(
                "select *" + which,
                row -> new Cell(row.getObject(column.id()), column.place().read(row), row.getString(column.column())),
                values);
    }

    private int seal(Sql sql, SealedColumn column, List<Cell> cells) throws SQLException {
        int sealed = 0;
        for (Cell cell : cells) {
            if (!DatabaseKey.sealed(cell.stored()) || key.outdated(cell.stored(), cell.place())) {
                sealed += sql.update(
                        "update " + column.table() + " set " + column.column() + " = ? where " + column.id()
                                + " = ? and " + column.column() + " = ?",
                        database.sealed(database.opened(cell.stored(), cell.place()), cell.place()),
                        cell.id(),
                        cell.stored());
            }
        }
        return sealed;
    }
}
