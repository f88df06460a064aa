-- Started and unknown operations are found by open_payment, which has an index of its own.
drop index money_operation_by_state;

-- A reference makes H2 keep an index that no query reads. Rows of payment_config are never removed. References have no
-- name that both databases know, so the column is replaced.
alter table payment add column config_row bigint;
update payment set config_row = config_id;
alter table payment drop column config_id;
alter table payment rename column config_row to config_id;
