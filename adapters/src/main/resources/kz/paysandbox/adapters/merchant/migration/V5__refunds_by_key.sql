-- A refund of ePay is found by its key also when it was not applied and has given its key up.
create index epay_refund_by_external_id on epay_refund (external_id);
