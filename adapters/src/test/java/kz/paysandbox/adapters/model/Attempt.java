package kz.paysandbox.adapters.model;

import java.util.concurrent.atomic.AtomicInteger;

/** One call of a shop, and what the bank really did about it: known to the tests, never to the client. */
final class Attempt {
    final AtomicInteger sent = new AtomicInteger();
    final AtomicInteger applied = new AtomicInteger();
}
