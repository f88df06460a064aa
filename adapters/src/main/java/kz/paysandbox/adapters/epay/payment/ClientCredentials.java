package kz.paysandbox.adapters.epay.payment;

/**
 * The shop's account at the bank ({@code client_id}, {@code client_secret}, {@code terminal}). The secret is hidden.
 *
 * @param clientId {@code client_id}
 * @param clientSecret {@code client_secret}
 * @param terminal the terminal's UUID
 */
public record ClientCredentials(String clientId, String clientSecret, String terminal) {
    /** Checks that nothing is blank. */
    public ClientCredentials {
        if (clientId.isBlank() || clientSecret.isBlank() || terminal.isBlank()) {
            throw new IllegalArgumentException("client id, secret and terminal are all needed");
        }
    }

    @Override
    public String toString() {
        return "ClientCredentials[" + clientId + ", secret hidden, " + terminal + "]";
    }
}
