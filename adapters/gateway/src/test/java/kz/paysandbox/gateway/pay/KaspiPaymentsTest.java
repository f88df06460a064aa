package kz.paysandbox.gateway.pay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.money.Tenge;
import kz.paysandbox.gateway.payment.Operation;
import kz.paysandbox.gateway.payment.OperationState;
import kz.paysandbox.gateway.payment.Payment;
import kz.paysandbox.gateway.payment.PaymentKind;
import kz.paysandbox.gateway.payment.RefusalCode;
import kz.paysandbox.gateway.payment.ServiceStatus;
import kz.paysandbox.gateway.store.IdempotencyKey;
import kz.paysandbox.gateway.store.JobTable.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Payments that are opened at Kaspi. */
class KaspiPaymentsTest {
    private final PayScene scene = new PayScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"INVOICE", "LINK", "QR"})
    void a_created_payment_has_the_banks_number_and_its_first_jobs(PaymentKind kind) {
        MoneyResult created = scene.create(kind);
        assertThat(created.operation().orElseThrow().state()).isEqualTo(OperationState.APPLIED);
        Payment payment = scene.now(created.payment());
        assertThat(payment.externalId()).contains(13_000_000_001L);
        assertThat(payment.status()).isEqualTo(ServiceStatus.PENDING);
        Optional<String> handedOut = scene.database.transaction(
                sql -> scene.database.tables().payments().handedOut(sql, payment.id()));
        assertThat(handedOut.isPresent()).isEqualTo(kind != PaymentKind.INVOICE);
        assertThat(due(JobKinds.SETTLE)).isZero();
        assertThat(due(JobKinds.FOLLOW)).isEqualTo(1);
        Instant day = scene.time.instant().plus(Duration.ofDays(2));
        List<Job> looks = scene.database.transaction(
                sql -> scene.database.tables().jobs().due(sql, List.of(JobKinds.FOLLOW), day, 10));
        assertThat(looks)
                .extracting(Job::dueAt)
                .containsExactly(
                        kind == PaymentKind.INVOICE
                                ? payment.dates().expiresAt()
                                : scene.time.instant().plusSeconds(5));
        if (kind == PaymentKind.INVOICE) {
            assertThat(payment.terms().phoneTail()).contains("0001");
            assertThat(payment.dates().expiresAt())
                    .isEqualTo(payment.dates()
                            .createdAt()
                            .plus(Duration.ofHours(24))
                            .plusSeconds(60));
        }
    }

    private long due(String kind) {
        return scene.database.transaction(
                sql -> sql.first("select count(*) from job where kind = ?", row -> row.getLong(1), kind)
                        .orElse(0L));
    }

    @Test
    void a_refused_create_is_a_failed_payment_with_the_banks_code() {
        scene.bank.plan(new MemoryBank.Trouble.Code(990000018));
        MoneyResult created = scene.create(PaymentKind.QR);
        Operation operation = created.operation().orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(operation.outcome().refusal().orElseThrow().code()).isEqualTo(RefusalCode.TRADE_POINT_INACTIVE);
        assertThat(operation.outcome().refusal().orElseThrow().bankCode()).contains(990000018L);
        assertThat(created.payment().status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(scene.now(operation).outcome()).isEqualTo(operation.outcome());
    }

    @Test
    void an_invoice_whose_answer_is_lost_is_unknown_and_a_persons() {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult created = scene.create(PaymentKind.INVOICE);
        Operation operation = created.operation().orElseThrow();
        assertThat(operation.state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(created.payment().status()).isEqualTo(ServiceStatus.PENDING);
        assertThat(scene.settlement.settle(operation.id(), 0)).isEmpty();
        assertThat(scene.attention.open()).hasSize(1);
        long row = scene.attention.open().get(0).id();
        assertThat(PayScene.refused(scene.attention.resolve(
                        row, new Attention.Word(Optional.of(true), Optional.empty(), "asked the bank"))))
                .isEqualTo("invalid_request");
        PayScene.ok(scene.attention.resolve(
                row, new Attention.Word(Optional.of(true), Optional.of(13_000_000_001L), "asked the bank")));
        assertThat(scene.now(operation).state()).isEqualTo(OperationState.APPLIED);
        assertThat(scene.now(created.payment()).externalId()).contains(13_000_000_001L);
        assertThat(scene.merchant.unsettled()).isEmpty();
        assertThat(scene.attention.open()).isEmpty();
        assertThat(PayScene.refused(
                        scene.attention.resolve(row, new Attention.Word(Optional.of(true), Optional.empty(), "again"))))
                .isEqualTo("no_such_item");
    }

    @Test
    void a_link_whose_answer_is_lost_is_nobodys_and_fails() {
        scene.bank.plan(new MemoryBank.Trouble.LostAfter());
        MoneyResult created = scene.create(PaymentKind.LINK);
        assertThat(created.operation().orElseThrow().state()).isEqualTo(OperationState.UNKNOWN);
        assertThat(scene.settlement.settle(created.operation().orElseThrow().id(), 0))
                .isEmpty();
        assertThat(scene.now(created.operation().orElseThrow()).state()).isEqualTo(OperationState.NOT_APPLIED);
        assertThat(scene.now(created.payment()).status()).isEqualTo(ServiceStatus.FAILED);
        assertThat(scene.bank.asked("qr/create-link")).isEqualTo(1);
    }

    @Test
    void a_repeated_order_opens_nothing_and_another_amount_is_a_conflict() {
        KaspiDemand demand = scene.demand(PaymentKind.QR, Optional.of("order-1"));
        MoneyResult first = PayScene.ok(scene.payments.create(demand, Optional.empty()));
        MoneyResult second = PayScene.ok(scene.payments.create(demand, Optional.empty()));
        assertThat(second.payment().id()).isEqualTo(first.payment().id());
        assertThat(second.operation()).isEqualTo(first.operation());
        assertThat(scene.bank.payments()).isEqualTo(1);
        KaspiDemand dearer = new KaspiDemand(
                demand.shop(),
                demand.kind(),
                demand.bin(),
                demand.device(),
                Tenge.of(101),
                demand.phone(),
                demand.message(),
                demand.orderId());
        assertThat(PayScene.refused(scene.payments.create(dearer, Optional.empty())))
                .isEqualTo("order_conflict");
        scene.bank.ends(first.payment().externalId().orElseThrow(), "Error");
        scene.time.pass(Duration.ofSeconds(5));
        PayScene.ok(scene.looks.look(first.payment()));
        MoneyResult third = PayScene.ok(scene.payments.create(demand, Optional.empty()));
        assertThat(third.payment().id()).isNotEqualTo(first.payment().id());
    }

    @Test
    void a_key_that_is_taken_opens_nothing() {
        Optional<IdempotencyKey> key = Optional.of(new IdempotencyKey(1, "a-key", "print"));
        KaspiDemand demand = scene.demand(PaymentKind.QR, Optional.empty());
        PayScene.ok(scene.payments.create(demand, key));
        assertThat(PayScene.refused(scene.payments.create(demand, key))).isEqualTo("idempotency_in_flight");
        PayScene.ok(scene.payments.create(demand, Optional.of(new IdempotencyKey(2, "a-key", "print"))));
        assertThat(scene.bank.payments()).isEqualTo(2);
        scene.time.pass(Duration.ofHours(24));
        PayScene.ok(scene.payments.create(demand, key));
    }
}
