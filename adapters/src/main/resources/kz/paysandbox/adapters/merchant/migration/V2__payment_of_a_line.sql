-- The bank's own number of the payment (QrPaymentId, PaymentId): known before a refund, after a create. It exceeds 2^31.
alter table payment_log add column payment_id bigint;

update payment_log set payment_id = cast(external_id as bigint) where operation in ('status', 'refund', 'cancel');

create index payment_log_by_payment on payment_log (payment_id);
