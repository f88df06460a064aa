package kz.paysandbox.gateway.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.BankReference.CardFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentTest {
    private static final Payment PAID = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.COMPLETED);

    @Test
    void what_is_given_back_is_counted_up_to_all_of_it() {
        Payment part = PAID.less(Tenge.of(40));
        assertThat(part.refunded()).isEqualTo(Tenge.of(40));
        assertThat(part.left()).isEqualTo(Tenge.of(60));
        assertThat(part.status()).isEqualTo(ServiceStatus.COMPLETED);
        Payment all = part.less(Tenge.of(60));
        assertThat(all.refunded()).isEqualTo(Tenge.of(100));
        assertThat(all.left()).isEqualTo(Tenge.ZERO);
        assertThat(all.status()).isEqualTo(ServiceStatus.REFUNDED);
        Payment more = part.less(Tenge.of(61));
        assertThat(more.refunded()).isEqualTo(Tenge.of(100));
        assertThat(more.status()).isEqualTo(ServiceStatus.REFUNDED);
    }

    @Test
    void one_part_is_exchanged_and_the_others_stay() {
        BankReference other = BankReference.epay("300000000002");
        assertThat(PAID.known(other).bank()).isEqualTo(other);
        assertThat(PAID.known(other).terms()).isEqualTo(PAID.terms());
        PaymentDates dates = PAID.dates().announced(TestPayments.MADE, Duration.ofSeconds(7));
        assertThat(PAID.at(dates).dates().expiresAt()).isEqualTo(TestPayments.MADE);
        assertThat(PAID.at(dates).dates().pollingInterval()).isEqualTo(Duration.ofSeconds(7));
        Payment less = PAID.of(Tenge.of(60), Tenge.of(10));
        assertThat(less.amount()).isEqualTo(Tenge.of(60));
        assertThat(less.left()).isEqualTo(Tenge.of(50));
        assertThat(PAID.in(PAID.state().because("declined")).state().failure()).contains("declined");
        assertThat(TestPayments.of(PaymentKind.QR, ServiceStatus.PENDING).externalId())
                .contains(13_000_000_001L);
        assertThat(PAID.externalId()).isEmpty();
    }

    @Test
    void a_payment_is_paid_once() {
        Instant first = TestPayments.MADE.plusSeconds(5);
        PaymentDates paid = PAID.dates().paid(first);
        assertThat(paid.paidAt()).contains(first);
        assertThat(paid.paid(first.plusSeconds(1)).paidAt()).contains(first);
    }

    @Test
    void what_is_newly_known_of_a_card_goes_before_what_was() {
        CardFacts known =
                new CardFacts(Optional.of("4405...5096"), Optional.of("card-1"), Optional.empty(), Optional.of("1"));
        CardFacts newer =
                new CardFacts(Optional.empty(), Optional.of("card-2"), Optional.of("reference"), Optional.of("2"));
        BankReference bank =
                BankReference.epay("300000000001").paidBy("transaction", known).paidBy("transaction", newer);
        assertThat(bank.transactionId()).contains("transaction");
        assertThat(bank.card())
                .isEqualTo(new CardFacts(
                        Optional.of("4405...5096"), Optional.of("card-2"), Optional.of("reference"), Optional.of("2")));
        assertThat(bank.invoiceId()).contains("300000000001");
        assertThat(bank.toString()).doesNotContain("card-2").doesNotContain("4405");
        BankReference kaspi = BankReference.kaspi(7, "180340021791").numbered(13);
        assertThat(kaspi.externalId()).contains(13L);
        assertThat(kaspi.configId()).contains(7L);
        assertThat(kaspi.organizationBin()).contains("180340021791");
    }

    @Test
    void what_a_shop_said_of_a_card_is_in_no_text() {
        PaymentTerms.CardTerms terms = new PaymentTerms.CardTerms(
                Optional.of("customer"), true, Optional.of("rus"), Optional.empty(), Optional.of("a secret word"));
        assertThat(terms.toString()).isEqualTo("CardTerms[hidden]");
    }

    @ParameterizedTest
    @EnumSource(ServiceStatus.class)
    void each_state_has_its_word(ServiceStatus status) {
        assertThat(ServiceStatus.of(status.word())).isEqualTo(status);
        assertThat(status.word()).isEqualTo(status.word().toLowerCase(Locale.ROOT));
        assertThat(status.open() && status.unpaid()).isFalse();
        assertThat(status.open()).isEqualTo(status == ServiceStatus.PENDING || status == ServiceStatus.PROCESSING);
    }

    @Test
    void the_other_words_are_read_back() {
        for (PaymentKind kind : PaymentKind.values()) {
            assertThat(PaymentKind.of(kind.word())).isEqualTo(kind);
        }
        for (OperationKind kind : OperationKind.values()) {
            assertThat(OperationKind.of(kind.word())).isEqualTo(kind);
        }
        for (OperationState state : OperationState.values()) {
            assertThat(OperationState.of(state.word())).isEqualTo(state);
            assertThat(state.open()).isEqualTo(state == OperationState.STARTED || state == OperationState.UNKNOWN);
        }
        for (RefusalCode code : RefusalCode.values()) {
            assertThat(RefusalCode.of(code.word())).isEqualTo(code);
            assertThat(code.httpStatus()).isBetween(400, 599);
        }
        assertThat(PaymentKind.LINK.provider().word()).isEqualTo("kaspi");
        assertThat(PaymentKind.SAVED_CARD.provider().word()).isEqualTo("epay");
    }

    @Test
    void an_operation_ends_in_one_of_three_ways() {
        Operation begun = new Operation(
                "an-operation",
                PAID.id(),
                OperationKind.REFUND,
                Tenge.of(10),
                Operation.Outcome.STARTED,
                TestPayments.MADE,
                TestPayments.MADE);
        Operation applied =
                begun.became(Operation.Outcome.applied(Optional.of("14"), "seen"), TestPayments.MADE.plusSeconds(1));
        assertThat(applied.state()).isEqualTo(OperationState.APPLIED);
        assertThat(applied.outcome().bankOperationId()).contains("14");
        assertThat(applied.updatedAt()).isEqualTo(TestPayments.MADE.plusSeconds(1));
        Refusal refusal = Refusal.of(RefusalCode.REFUND_TOO_LARGE, "too much");
        assertThat(Operation.Outcome.notApplied(refusal, "seen").refusal()).contains(refusal);
        assertThat(Operation.Outcome.unknown("lost").state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(Operation.Outcome.unknown("lost").finding()).isEqualTo("lost");
    }

    @Test
    void a_refusal_names_what_is_wrong() {
        Refusal both = Refusal.invalid(
                List.of(new Refusal.FieldError("amount", "is missing"), new Refusal.FieldError("phone", "is short")));
        assertThat(both.detail()).isEqualTo("amount: is missing; phone: is short");
        assertThat(both.code()).isEqualTo(RefusalCode.INVALID_REQUEST);
        assertThat(Refusal.invalid("amount", "is missing").fields()).hasSize(1);
        assertThat(Refusal.invalid(List.of()).detail()).isEqualTo("the request cannot be read");
        assertThat(Refusal.bank(RefusalCode.BANK_REFUSED, 7, "no").bankCode()).contains(7L);
    }

    @Test
    void a_result_goes_on_while_there_is_a_value() {
        Result<Integer> refused = Result.refused(RefusalCode.NOT_FOUND, "nothing");
        int value = Result.of(2)
                .map(given -> given + 1)
                .then(given -> Result.of(given * 2))
                .fold(given -> given, no -> -1);
        String detail = refused.map(given -> given + 1)
                .then(given -> Result.of(given * 2))
                .fold(given -> "", no -> no.detail());
        assertThat(value).isEqualTo(6);
        assertThat(detail).isEqualTo("nothing");
    }

    @Test
    void what_is_handed_out_is_kept_with_its_end() {
        HandedOut link = new HandedOut("https://pay.example/5", Instant.parse("2027-01-15T07:03:00Z"));
        assertThat(link.expireDate()).isEqualTo("2027-01-15T12:03:00.000+05:00");
        assertThat(link.text()).isEqualTo("2027-01-15T12:03:00.000+05:00 https://pay.example/5");
        assertThat(HandedOut.parse(link.text())).isEqualTo(link);
        assertThat(link.toString()).isEqualTo("HandedOut[2027-01-15T12:03:00.000+05:00]");
    }

    @Test
    void what_a_card_is_known_by_is_not_forgotten() {
        CardFacts whole = new CardFacts(
                Optional.of("4405...5096"), Optional.of("card-1"), Optional.of("reference"), Optional.of("1"));
        assertThat(BankReference.epay("300000000001")
                        .with(whole)
                        .with(CardFacts.NONE)
                        .card())
                .isEqualTo(whole);
        assertThat(whole.toString()).isEqualTo("CardFacts[hidden]");
    }
}
