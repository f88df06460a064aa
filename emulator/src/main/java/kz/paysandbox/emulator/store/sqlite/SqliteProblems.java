package kz.paysandbox.emulator.store.sqlite;

import java.nio.file.Path;
import org.sqlite.SQLiteErrorCode;

/** What is to be done about a file of worlds that cannot be used. */
final class SqliteProblems {

    private static final int PRIMARY = 0xFF;

    private SqliteProblems() {}

    /**
     * In one sentence or two.
     *
     * @param message SQLite's own
     */
    static String words(Path file, SQLiteErrorCode code, String message) {
        int primary = code.code & PRIMARY;
        if (isInUse(code)) {
            return "the worlds in " + file + " are in use by another sandbox: stop it with sandbox down,"
                    + " or start this one with --store memory, or with another --home";
        }
        if (primary == SQLiteErrorCode.SQLITE_CORRUPT.code || primary == SQLiteErrorCode.SQLITE_NOTADB.code) {
            return "the worlds in " + file + " are damaged: restore a copy of the folder,"
                    + " or start with --fresh, which puts them aside and begins with new ones (" + message + ")";
        }
        if (primary == SQLiteErrorCode.SQLITE_FULL.code) {
            return "the disk of " + file + " is full: make room; what was confirmed is kept,"
                    + " and what was not is written as soon as there is room";
        }
        return "the worlds in " + file + " cannot be used: " + message
                + "; look at the disk and its permissions, or start with --store memory";
    }

    /** Whether another process has the file open. */
    static boolean isInUse(SQLiteErrorCode code) {
        int primary = code.code & PRIMARY;
        return primary == SQLiteErrorCode.SQLITE_BUSY.code || primary == SQLiteErrorCode.SQLITE_LOCKED.code;
    }
}
