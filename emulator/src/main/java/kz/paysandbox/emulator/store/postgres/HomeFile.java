package kz.paysandbox.emulator.store.postgres;

import kz.paysandbox.emulator.core.data.Bytes;

/**
 * A file of the home that all nodes have alike.
 *
 * @param name its path in the home, with slashes
 * @param readable whether others than its owner may read it
 */
public record HomeFile(String name, boolean readable, Bytes contents) {}
