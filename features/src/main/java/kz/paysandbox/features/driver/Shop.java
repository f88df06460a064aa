package kz.paysandbox.features.driver;

/** A trade point as listed. */
public record Shop(long id, String name) {}
