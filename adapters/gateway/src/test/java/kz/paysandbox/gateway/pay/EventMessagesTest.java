package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.MemoryDatabase;
import kz.paysandbox.gateway.TestClock;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationKind;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.PaymentState;
import kz.paysandbox.gateway.payment.PaymentTerms;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.payment.TestPayments;
import kz.paysandbox.gateway.store.GatewayDatabase;
import kz.paysandbox.gateway.store.JobTable.Job;
import kz.paysandbox.gateway.store.WebhookTable.Message;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a shop reads of its payments, to the last field. */
class EventMessagesTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SHOP = "5";

    private final TestClock clock = new TestClock(TestPayments.MADE);
    private final GatewayDatabase database = MemoryDatabase.open(clock);
    private final EventMessages events = new EventMessages(
            database.tables(),
            new Identity(
                    "node-1",
                    clock,
                    () -> "9b1d0000-0000-4000-8000-000000000009",
                    Duration.ofSeconds(45),
                    Duration.ofSeconds(150)));

    @BeforeEach
    void the_shop_has_an_address_and_a_payment() {
        database.transaction(sql -> {
            database.tables()
                    .webhooks()
                    .endpoints()
                    .put(sql, SHOP, "https://shop.example/hook", "whsec_x", Optional.empty());
            database.tables().payments().insert(sql, TestPayments.of(PaymentKind.WIDGET, ServiceStatus.PENDING));
            return true;
        });
    }

    @AfterEach
    void close() {
        database.close();
    }

    private List<Message> waiting() {
        return database.transaction(
                sql -> database.tables().webhooks().messages().waiting(sql, SHOP, 10));
    }

    private Message moved(Payment payment) {
        database.transaction(sql -> {
            events.moved(sql, payment);
            return true;
        });
        return waiting().get(0);
    }

    private List<Message> refunded(Operation refund, OperationState before) {
        Payment payment =
                TestPayments.of(PaymentKind.QR, ServiceStatus.COMPLETED).less(Tenge.ofTiyn(3050));
        database.transaction(sql -> {
            events.refund(sql, payment, refund, before);
            return true;
        });
        return waiting();
    }

    private static Operation refund(Operation.Outcome outcome) {
        return new Operation(
                "9b1d0000-0000-4000-8000-000000000002",
                "9b1d0000-0000-4000-8000-000000000001",
                OperationKind.REFUND,
                Tenge.ofTiyn(3050),
                outcome,
                TestPayments.MADE,
                TestPayments.MADE);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static PaymentState state(ServiceStatus status, String word, boolean late) {
        return new PaymentState(status, Optional.of(word), false, late, Optional.of("declined"), Optional.empty());
    }

    @Test
    void a_late_payment_of_kaspi_is_told_with_order_number_and_moment() {
        Payment qr = TestPayments.of(PaymentKind.QR, ServiceStatus.COMPLETED);
        Payment payment = new Payment(
                qr.id(),
                qr.shop(),
                qr.kind(),
                state(ServiceStatus.COMPLETED, "Processed", true),
                Tenge.ofTiyn(10_050),
                Tenge.of(40),
                qr.bank(),
                new PaymentTerms(
                        Optional.of("A-1"),
                        Optional.empty(),
                        Optional.of("for people"),
                        Optional.of("0001"),
                        PaymentTerms.CardTerms.NONE),
                qr.dates().paid(TestPayments.MADE.plusSeconds(60)));
        clock.advance(Duration.ofSeconds(61));
        Message message = moved(payment);
        assertThat(message.id()).isEqualTo("msg_9b1d0000000040008000000000000009");
        assertThat(message.event()).isEqualTo("payment.completed");
        assertThat(message.paymentId()).isEqualTo(payment.id());
        assertThat(json(message.body())).isEqualTo(json("""
                        {"type":"payment.completed","timestamp":"2026-11-27T10:01:01Z",
                         "data":{"payment_id":"9b1d0000-0000-4000-8000-000000000001","provider":"kaspi","kind":"qr",
                         "status":"completed","bank_status":"Processed","amount":100.50,"currency":"KZT",
                         "refunded_amount":40.00,"external_id":"13000000001","organization_bin":"180340021791",
                         "order_id":"A-1","paid_at":"2026-11-27T15:01:00.000+05:00","late":true}}"""));
    }

    @Test
    void a_declined_card_is_told_with_its_invoice_and_the_reason() {
        Payment card = TestPayments.of(PaymentKind.WIDGET, ServiceStatus.FAILED)
                .in(state(ServiceStatus.FAILED, "REJECT", false));
        assertThat(json(moved(card).body())).isEqualTo(json("""
                        {"type":"payment.failed","timestamp":"2026-11-27T10:00:00Z",
                         "data":{"payment_id":"9b1d0000-0000-4000-8000-000000000001","provider":"epay",
                         "kind":"widget","status":"failed","bank_status":"REJECT","amount":100.00,"currency":"KZT",
                         "refunded_amount":0.00,"invoice_id":"300000000001","error_message":"declined"}}"""));
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, payment.completed",
        "FAILED, payment.failed",
        "EXPIRED, payment.expired",
        "CANCELLED, payment.cancelled"
    })
    void an_end_has_its_event(ServiceStatus status, String event) {
        assertThat(moved(TestPayments.of(PaymentKind.LINK, status)).event()).isEqualTo(event);
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "PROCESSING", "REFUNDED"})
    void what_is_under_way_or_told_by_its_refund_has_none(ServiceStatus status) {
        database.transaction(sql -> {
            events.moved(sql, TestPayments.of(PaymentKind.LINK, status));
            return true;
        });
        assertThat(waiting()).isEmpty();
    }

    @Test
    void a_refund_is_told_with_its_number_amount_and_state() {
        Message message = refunded(refund(Operation.Outcome.unknown("lost")), OperationState.STARTED)
                .get(0);
        assertThat(message.event()).isEqualTo("refund.unknown");
        JsonNode data = json(message.body()).path("data");
        assertThat(data.path("refund_id").asText()).isEqualTo("9b1d0000-0000-4000-8000-000000000002");
        assertThat(data.path("refund_amount").decimalValue()).isEqualByComparingTo("30.50");
        assertThat(data.path("refund_state").asText()).isEqualTo("unknown");
        assertThat(data.path("refunded_amount").decimalValue()).isEqualByComparingTo("30.50");
        assertThat(data.path("status").asText()).isEqualTo("completed");
    }

    @Test
    void a_refund_that_was_refused_at_once_is_in_its_own_answer_and_one_that_was_unknown_is_told() {
        Operation refused = refund(Operation.Outcome.notApplied(Refusal.of(RefusalCode.BANK_REFUSED, "no"), ""));
        assertThat(refunded(refused, OperationState.STARTED)).isEmpty();
        database.transaction(sql -> {
            events.refund(
                    sql, TestPayments.of(PaymentKind.QR, ServiceStatus.COMPLETED), refused, OperationState.UNKNOWN);
            return true;
        });
        assertThat(waiting()).extracting(Message::event).containsExactly("refund.not_applied");
    }

    @Test
    void a_message_has_a_job_that_is_due_at_once_and_a_shop_without_address_is_told_nothing() {
        moved(TestPayments.of(PaymentKind.QR, ServiceStatus.COMPLETED));
        assertThat(jobs()).extracting(Job::ref).containsExactly(SHOP);
        database.transaction(sql -> sql.update("delete from webhook")
                + sql.update("delete from job")
                + sql.update("delete from webhook_endpoint"));
        database.transaction(sql -> {
            events.moved(sql, TestPayments.of(PaymentKind.QR, ServiceStatus.COMPLETED));
            return true;
        });
        assertThat(waiting()).isEmpty();
        assertThat(jobs()).isEmpty();
    }

    private List<Job> jobs() {
        return database.transaction(
                sql -> database.tables().jobs().due(sql, List.of(JobKinds.WEBHOOK), clock.instant(), 10));
    }
}
