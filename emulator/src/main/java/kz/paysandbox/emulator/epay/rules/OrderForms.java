package kz.paysandbox.emulator.epay.rules;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import kz.paysandbox.emulator.core.Money;

/** Payment page: what an order's fields may hold. */
final class OrderForms implements Rule {

    private static final int LONGEST_DESCRIPTION = 125;
    private static final Set<String> CURRENCIES = Set.of("KZT", "USD");
    private static final Pattern NOT_LATIN = Pattern.compile("[\\p{L}&&[^\\p{IsLatin}]]");
    private static final List<String> CARD_FIELDS =
            List.of("hpan", "pan", "cardNumber", "expDate", "cvc", "cvv", "cvv2");

    @Override
    public void look(AnsweredCall call) {
        if (!call.isPayment()) {
            return;
        }
        call.text("currency").ifPresent(currency -> currency(call, currency));
        call.text("description")
                .map(description -> description.getBytes(StandardCharsets.UTF_8).length)
                .filter(bytes -> bytes > LONGEST_DESCRIPTION)
                .ifPresent(bytes -> call.worldCall()
                        .finding(
                                EpayClause.DESCRIPTION_TOO_LONG,
                                EpayClause.DESCRIPTION_TOO_LONG.severity(),
                                () -> "a description of " + bytes + " bytes",
                                "description",
                                List.of()));
        call.text("name")
                .filter(name -> NOT_LATIN.matcher(name).find())
                .ifPresent(name -> call.finding(EpayClause.NAME_NOT_LATIN, "name has letters that are not Latin"));
        List<String> clear = CARD_FIELDS.stream()
                .filter(field -> call.text(field).isPresent())
                .toList();
        if (!clear.isEmpty()) {
            call.finding(EpayClause.CARD_IN_CLEAR, "sent in the clear: " + String.join(", ", clear));
        }
    }

    private static void currency(AnsweredCall call, String currency) {
        Optional<Money> amount = call.text("amount").flatMap(AnsweredCall::money);
        if (!CURRENCIES.contains(currency)) {
            call.finding(EpayClause.CURRENCY, "a currency that is neither KZT nor USD");
        } else if (currency.equals("KZT") && amount.filter(Money.ZERO::equals).isPresent()) {
            call.finding(EpayClause.CURRENCY, "an amount of 0 in KZT");
        }
    }
}
