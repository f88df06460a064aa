package kz.paysandbox.emulator.epay.domain.tokens;

/**
 * A merchant with one terminal.
 *
 * @param terminal the UUID that callers name
 * @param terminalNumber the eight digits that status and callback show
 * @param steps 1 where a payment charges at once, 2 where it only blocks the money (payment scheme page)
 */
public record Shop(
        String clientId, String secret, String terminal, String terminalNumber, String shopId, String name, int steps) {

    @Override
    public String toString() {
        return "Shop[" + clientId + "]";
    }
}
