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
 * @param lease how long a job is this node's own before it is renewed or goes to another
 * @param longestCall how long an operation's calls to a bank can take: of a refund the reading, the refund, the registration of
 *     its till anew and the refund once more, each up to the clients' deadline
 */
public record Identity(String node, Clock clock, Supplier<String> ids, Duration lease, Duration longestCall) {}
