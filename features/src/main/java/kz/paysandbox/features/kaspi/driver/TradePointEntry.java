package kz.paysandbox.features.kaspi.driver;

/** A trade point as listed. */
public record TradePointEntry(long id, String name) {}
