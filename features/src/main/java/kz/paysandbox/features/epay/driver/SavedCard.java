package kz.paysandbox.features.epay.driver;

/** A card that the customer lets the shop charge again. */
public record SavedCard(String id, String mask, boolean usable) {}
