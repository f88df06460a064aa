package kz.paysandbox.emulator.store;

/**
 * A value as it is in the database.
 *
 * @param table name of its table of the world's state
 * @param key in clear, or a digest where keys are secrets
 * @param format of the value, of {@link StateFormat}
 * @param sealed the value, sealed for its place
 */
record KeptRow(String table, String key, int format, byte[] sealed) {}
