package kz.paysandbox.features.kaspi.driver;

/** A trade point as listed. */
public record Shop(long id, String name) {}
