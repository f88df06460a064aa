package kz.paysandbox.adapters.kaspi.payment;

/**
 * A shop (trade point, торговая точка; 2.2.2).
 *
 * @param id {@code TradePointId}
 * @param name {@code TradePointName}
 */
public record TradePoint(long id, String name) {}
