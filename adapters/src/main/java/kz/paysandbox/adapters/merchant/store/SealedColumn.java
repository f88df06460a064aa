package kz.paysandbox.adapters.merchant.store;

import kz.paysandbox.adapters.merchant.store.Sql.Row;

/**
 * A column whose cells are encrypted where a key is set.
 *
 * @param table that has it
 * @param id the table's primary key: a number or text
 * @param column varchar or text; an empty cell is null
 * @param place what a row's cell is bound to, as {@link Database#sealed} was given it
 */
public record SealedColumn(String table, String id, String column, Row<String> place) {}
