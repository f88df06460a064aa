package kz.paysandbox.features.driver;

/** A card that the customer lets the shop charge again. */
public record KeptCard(String id, String mask, boolean usable) {}
