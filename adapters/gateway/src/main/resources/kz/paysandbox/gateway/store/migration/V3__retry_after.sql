-- How long the bank asks to wait, of a refusal for a while.
alter table money_operation add column retry_after_s bigint;
