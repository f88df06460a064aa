package kz.paysandbox.emulator.kaspi.domain;

import kz.paysandbox.emulator.kaspi.domain.merchants.Device;

/**
 * Where a payment comes from.
 *
 * @param scheme by which it was asked for
 * @param device where it was created
 */
public record Origin(Scheme scheme, Device device) {}
