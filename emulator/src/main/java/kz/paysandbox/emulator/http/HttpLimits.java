package kz.paysandbox.emulator.http;

import java.time.Duration;

/**
 * The limits of one listener.
 *
 * @param body bytes of a request body
 * @param connections open connections of each listener
 * @param idle how long a connection may say nothing
 */
public record HttpLimits(int body, int connections, Duration idle) {}
