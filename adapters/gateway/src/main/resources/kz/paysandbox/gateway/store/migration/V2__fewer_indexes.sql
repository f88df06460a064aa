-- No query of the gateway reads payments by these; each is one more page to write for every create on a file of H2.
drop index payment_by_shop;
drop index payment_by_order;
