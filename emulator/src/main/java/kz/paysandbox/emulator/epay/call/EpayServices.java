package kz.paysandbox.emulator.epay.call;

import kz.paysandbox.emulator.epay.payform.Templates;

/**
 * The services that all calls share and no world owns.
 *
 * @param cryptograms opens what clients encrypt
 */
public record EpayServices(EpayConfig config, EpayWire wire, Cryptograms cryptograms, Templates templates) {}
