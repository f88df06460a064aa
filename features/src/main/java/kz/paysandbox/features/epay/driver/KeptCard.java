package kz.paysandbox.features.epay.driver;

/** A card that the customer lets the shop charge again. */
public record KeptCard(String id, String mask, boolean usable) {}
