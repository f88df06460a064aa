-- Each index of a table is one more page to write for every line, in a file of H2. Lines of a shop are found by the
-- beginning of payment_log_once, which is its shop.
drop index payment_log_by_shop;

-- A reference makes H2 keep an index that no query reads. Rows of payment_config are never removed. References have no
-- name that both databases know, so the column is replaced.
alter table payment_log add column config_row bigint;
update payment_log set config_row = config_id;
alter table payment_log drop column config_id;
alter table payment_log rename column config_row to config_id;
alter table payment_log alter column config_id set not null;
