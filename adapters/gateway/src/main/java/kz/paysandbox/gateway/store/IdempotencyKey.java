package kz.paysandbox.gateway.store;

/**
 * An Idempotency-Key as a call brings it.
 *
 * @param tokenId whose key; another token's same key is another
 * @param key 1 to 255 characters
 * @param fingerprint of method, path and body
 */
public record IdempotencyKey(long tokenId, String key, String fingerprint) {}
