package kz.paysandbox.gateway.http.server;

import java.util.Set;
import kz.paysandbox.gateway.address.AddressList;

/**
 * Who may call at all.
 *
 * @param trustedProxies whose {@code X-Forwarded-For} counts
 * @param admin who may call {@code /admin}; empty for all
 * @param callback who may send callbacks; empty for all
 * @param origins of pages whose scripts may call ({@code https://shop.example}); none of them reaches {@code /admin}
 * @param keyRequired whether calls that move money without an Idempotency-Key are refused
 */
public record Gate(
        AddressList trustedProxies, AddressList admin, AddressList callback, Set<String> origins, boolean keyRequired) {
    /** No proxies, no lists, no origins, keys as the callers like. */
    public static final Gate OPEN = new Gate(AddressList.EMPTY, AddressList.EMPTY, AddressList.EMPTY, Set.of(), false);

    /** Copies the set. */
    public Gate {
        origins = Set.copyOf(origins);
    }
}
