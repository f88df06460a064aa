package kz.paysandbox.emulator.kaspi.call;

/**
 * The services that all calls share and no world owns.
 *
 * @param repelsPolling whether status calls by a machine are refused where the document forbids them
 */
public record KaspiServices(KaspiWire wire, boolean repelsPolling) {}
