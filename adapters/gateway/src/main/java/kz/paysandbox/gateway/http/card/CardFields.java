package kz.paysandbox.gateway.http.card;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.pay.card.CardDemand;

/** The fields of family D. Amounts are whole numbers of tiyn. */
final class CardFields {
    private static final long MOST_TIYN = 100_000_000_000_000L;
    private static final int LONGEST_TYPE = 50;
    private static final int LONGEST_NAME = 100;
    private static final int DESCRIPTION_BYTES = 125;
    private static final int LONGEST_LINK = 1000;
    private static final int LONGEST_ID = 36;
    private static final String CURRENCY = "KZT";

    private CardFields() {}

    /** An amount of tiyn, of at least one. */
    static Optional<Tenge> tiyn(FieldReader read, String name) {
        return read.number(name).flatMap(tiyn -> {
            if (tiyn > MOST_TIYN) {
                read.wrong(name, "is more than " + MOST_TIYN + " tiyn");
                return Optional.empty();
            }
            return Optional.of(Tenge.ofTiyn(tiyn));
        });
    }

    /**
     * A payment as it is asked for; read before anything is judged.
     *
     * @param amount empty where it is missing or wrong
     */
    record Wish(Optional<Tenge> amount, CardDemand demand) {
        /** Of this shop; for fields in which nothing is wrong. */
        CardDemand of(String shop) {
            return new CardDemand(
                    shop,
                    amount.orElseThrow(),
                    demand.savedCard(),
                    demand.paymentType(),
                    demand.description(),
                    demand.orderId(),
                    demand.customer());
        }
    }

    static Wish wish(FieldReader read) {
        read.required("amount", "currency");
        Optional<Tenge> amount = tiyn(read, "amount");
        read.text("currency", LONGEST_NAME)
                .filter(currency -> !currency.equals(CURRENCY))
                .ifPresent(currency -> read.wrong("currency", "is not " + CURRENCY));
        Optional<String> account = read.text("account_id", LONGEST_NAME);
        boolean save = read.flag("save_card").orElse(false);
        if (save && account.isEmpty()) {
            read.wrong("account_id", "is needed where the card is to be saved");
        }
        Optional<String> description = read.text("description", DESCRIPTION_BYTES);
        description
                .filter(text -> text.getBytes(StandardCharsets.UTF_8).length > DESCRIPTION_BYTES)
                .ifPresent(text -> read.wrong("description", "has more than " + DESCRIPTION_BYTES + " bytes of UTF-8"));
        return new Wish(
                amount,
                new CardDemand(
                        "",
                        amount.orElse(Tenge.ZERO),
                        read.text("saved_card_id", LONGEST_ID),
                        read.text("payment_type", LONGEST_TYPE),
                        description,
                        read.text("order_id", LONGEST_NAME),
                        new CardDemand.Customer(account, save, language(read), link(read))));
    }

    private static Optional<Language> language(FieldReader read) {
        return read.text("language", LONGEST_NAME).flatMap(word -> {
            Optional<Language> language = switch (word.toLowerCase(Locale.ROOT)) {
                case "ru", "rus" -> Optional.of(Language.RUSSIAN);
                case "kk", "kz", "kaz" -> Optional.of(Language.KAZAKH);
                case "en", "eng" -> Optional.of(Language.ENGLISH);
                default -> Optional.empty();
            };
            if (language.isEmpty()) {
                read.wrong("language", "is none of ru, kk and en");
            }
            return language;
        });
    }

    private static Optional<URI> link(FieldReader read) {
        return read.text("back_link", LONGEST_LINK).flatMap(text -> {
            Optional<URI> link = address(text);
            if (link.isEmpty()) {
                read.wrong("back_link", "is no http or https address");
            }
            return link;
        });
    }

    private static Optional<URI> address(String text) {
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null && uri.getUserInfo() == null
                    ? Optional.of(URI.create(uri.toASCIIString()))
                    : Optional.empty();
        } catch (java.net.URISyntaxException e) {
            return Optional.empty();
        }
    }
}
