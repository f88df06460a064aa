package kz.paysandbox.gateway.http.access;

import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import kz.paysandbox.adapters.merchant.store.Sql;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.http.route.Role;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.TokenTable.TokenRow;

/** Makes and knows access tokens: {@code kzpay_} and 256 random bits. Only their SHA-256 is kept. */
public final class AccessTokens {
    private static final int TRIES = 5;

    private final GatewayDatabase database;
    private final SecureRandom random;

    /** Over the table {@code access_token}. */
    public AccessTokens(GatewayDatabase database, SecureRandom random) {
        this.database = database;
        this.random = random;
    }

    /**
     * What a token is made with.
     *
     * @param shop whose; empty for an admin's
     * @param role what it may do
     * @param allowedAddresses who may use it; empty for any
     * @param expiresAt when it ends, if it does
     */
    public record Terms(
            Optional<String> shop,
            Role role,
            Optional<AllowedAddresses> allowedAddresses,
            Optional<Instant> expiresAt) {
        /** Of an admin, for ever and from anywhere. */
        public static final Terms ADMIN = new Terms(Optional.empty(), Role.ADMIN, Optional.empty(), Optional.empty());

        /** Checks that a shop is a whole number, and that an admin's token is of none. */
        public Terms {
            if (shop.filter(name -> !name.matches("[1-9][0-9]{0,17}")).isPresent()) {
                throw new IllegalArgumentException("a shop is a whole number from 1 of at most 18 digits");
            }
            if (shop.isPresent() == (role == Role.ADMIN)) {
                throw new IllegalArgumentException("an admin's token is of no shop, another one of a shop");
            }
        }
    }

    /**
     * Addresses and ranges as they were given.
     *
     * @param text with commas
     */
    public record AllowedAddresses(String text) {
        /** Checks that each is one, and that there is one. */
        public AllowedAddresses {
            if (AddressList.parse(text).empty()) {
                throw new IllegalArgumentException("there is no address or range in the list");
            }
        }
    }

    /**
     * A token that was just made; it is shown once.
     *
     * @param token the whole of it
     * @param prefix its beginning, which names it from now on
     */
    public record NewToken(String token, String prefix) {
        @Override
        public String toString() {
            return "NewToken[" + prefix + "…]";
        }
    }

    /** A token that no database knows yet; {@link #keep} makes it valid. */
    public String fresh() {
        return TokenText.fresh(random);
    }

    /**
     * Makes a token.
     *
     * @throws IllegalArgumentException when it would have ended already
     */
    public NewToken make(Terms terms) {
        Instant now = database.tables().tokens().clock().instant();
        if (terms.expiresAt().filter(end -> !end.isAfter(now)).isPresent()) {
            throw new IllegalArgumentException("the token's end is over");
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return keep(fresh(), terms);
            } catch (StoreFailed e) {
                if (!e.duplicate() || attempt == TRIES) {
                    throw e;
                }
            }
        }
    }

    /**
     * Keeps a token that was made before, such as one from a file; once.
     *
     * @throws IllegalArgumentException when it is not written as tokens are
     */
    public NewToken keep(String token, Terms terms) {
        if (!TokenText.wellFormed(token)) {
            throw new IllegalArgumentException("an access token is kzpay_ and 43 characters of base64url");
        }
        String prefix = TokenText.prefix(token);
        TokenRow row = new TokenRow(
                0,
                terms.shop(),
                terms.role().word(),
                prefix,
                terms.allowedAddresses().map(AllowedAddresses::text),
                terms.expiresAt(),
                Optional.empty());
        database.transaction(sql -> database.tables().tokens().insert(sql, row, TokenText.hash(token)));
        return new NewToken(token, prefix);
    }

    /** The row of a token, ended ones included. */
    Optional<TokenRow> find(Sql sql, String token) throws SQLException {
        if (!TokenText.wellFormed(token)) {
            return Optional.empty();
        }
        return database.tables()
                .tokens()
                .ofPrefix(sql, TokenText.prefix(token), kept -> TokenText.sameHash(TokenText.hash(token), kept));
    }

    /** Whether this database knows a token, whatever it may do. */
    public boolean knows(String token) {
        return database.transaction(sql -> find(sql, token)).isPresent();
    }
}
