package kz.paysandbox.emulator.http;

import java.time.Duration;

/**
 * What one listener puts up with.
 *
 * @param body bytes of a request body
 * @param connections open connections of each listener
 * @param idle how long a connection may say nothing
 */
public record HttpLimits(int body, int connections, Duration idle) {}
