package kz.paysandbox.gateway.http.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.adapters.epay.payment.Language;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Caller;
import kz.paysandbox.gateway.http.route.Field;
import kz.paysandbox.gateway.http.route.FieldReader;
import kz.paysandbox.gateway.http.route.Fields;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.Result;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the fields of family D are read. */
class CardFieldsTest {
    private static FieldReader read(Map<String, String> sent) {
        Map<String, Field> fields = new LinkedHashMap<>();
        sent.forEach((name, value) -> fields.put(name, new Field(Field.Type.TEXT, value)));
        return new Call(
                        Caller.ANYBODY,
                        new Fields(Map.of(), fields, List.of()),
                        "",
                        new Call.Origin("id", "127.0.0.1", "/"),
                        Map.of())
                .read();
    }

    private static List<String> wrong(Map<String, String> sent) {
        FieldReader read = read(sent);
        CardFields.wish(read);
        return read.then(() -> Result.of(true))
                .fold(
                        ok -> List.of(),
                        refusal -> refusal.fields().stream()
                                .map(Refusal.FieldError::field)
                                .toList());
    }

    private static Map<String, String> with(String name, String value) {
        Map<String, String> sent = new LinkedHashMap<>(Map.of("amount", "75000", "currency", "KZT"));
        sent.put(name, value);
        return sent;
    }

    @Test
    void all_that_is_asked_for_is_in_the_demand() {
        Map<String, String> sent = new LinkedHashMap<>(Map.of(
                "amount", "75001",
                "currency", "KZT",
                "payment_type", "fine",
                "description", "Order #1",
                "account_id", "client-1",
                "save_card", "true",
                "language", "kk",
                "back_link", "https://shop.example/ok?a=1",
                "order_id", "A-1"));
        FieldReader read = read(sent);
        CardFields.Wish wish = CardFields.wish(read);
        var demand = wish.of("5");
        assertThat(demand.amount()).isEqualTo(Tenge.parse("750.01"));
        assertThat(demand.shop()).isEqualTo("5");
        assertThat(demand.paymentType()).contains("fine");
        assertThat(demand.description()).contains("Order #1");
        assertThat(demand.orderId()).contains("A-1");
        assertThat(demand.savedCard()).isEmpty();
        assertThat(demand.customer().accountId()).contains("client-1");
        assertThat(demand.customer().saveCard()).isTrue();
        assertThat(demand.customer().language()).contains(Language.KAZAKH);
        assertThat(demand.customer().backLink()).contains(URI.create("https://shop.example/ok?a=1"));
        assertThat(demand.customer().toString()).doesNotContain("client-1");
        assertThat(wrong(sent)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ru, RUSSIAN",
        "rus, RUSSIAN",
        "RU, RUSSIAN",
        "kk, KAZAKH",
        "KZ, KAZAKH",
        "kaz, KAZAKH",
        "en, ENGLISH",
        "eng, ENGLISH"
    })
    void languages_have_the_banks_words_and_the_usual_ones(String word, Language language) {
        assertThat(CardFields.wish(read(with("language", word)))
                        .demand()
                        .customer()
                        .language())
                .contains(language);
    }

    @ParameterizedTest
    @CsvSource({
        "amount, 0",
        "amount, -1",
        "amount, 1.5",
        "amount, 100000000000001",
        "amount, seven",
        "currency, USD",
        "currency, kzt",
        "language, de",
        "save_card, yes",
        "back_link, /ok",
        "back_link, ftp://shop.example",
        "back_link, https://user:word@shop.example",
        "back_link, http:///x",
        "back_link, https://shop example"
    })
    void what_is_wrong_is_named(String name, String value) {
        assertThat(wrong(with(name, value))).containsExactly(name);
    }

    @Test
    void bounds_are_in_bytes_where_the_bank_counts_bytes() {
        assertThat(wrong(with("description", "\u0416".repeat(62)))).isEmpty();
        assertThat(wrong(with("description", "\u0416".repeat(63)))).containsExactly("description");
        assertThat(wrong(with("description", "x".repeat(126)))).containsExactly("description");
        assertThat(wrong(with("payment_type", "x".repeat(50)))).isEmpty();
        assertThat(wrong(with("payment_type", "x".repeat(51)))).containsExactly("payment_type");
        assertThat(wrong(with("amount", "100000000000000"))).isEmpty();
        assertThat(wrong(with("save_card", "true"))).containsExactly("account_id");
        assertThat(wrong(Map.of())).containsExactlyInAnyOrder("amount", "currency");
    }

    @Test
    void an_amount_that_may_be_missing_is_empty() {
        assertThat(CardFields.tiyn(read(Map.of()), "refund_amount")).isEqualTo(Optional.empty());
    }
}
