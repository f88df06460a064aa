package kz.paysandbox.gateway.pay;

import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Who this process is, and what it takes from outside.
 *
 * @param node its name among those that work on one database
 * @param clock the time
 * @param ids new UUIDs
 * @param lease how long a call to a bank is this node's own; longer than the clients' deadline
 */
public record Identity(String node, Clock clock, Supplier<String> ids, Duration lease) {}
