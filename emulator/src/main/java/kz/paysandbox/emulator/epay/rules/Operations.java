package kz.paysandbox.emulator.epay.rules;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Money;
import kz.paysandbox.emulator.core.data.LruCache;
import kz.paysandbox.emulator.core.memory.MemoryKind;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.ResultCode;

/** Charge, cancel, refund and status pages: which status an operation needs, and which amounts it takes. */
final class Operations implements Rule {

    /** A status that was answered under a resultCode of success. */
    private record KnownStatus(PaymentStatus status, long request) {}

    private final LruCache<String, KnownStatus> told;

    Operations(WorldMemory memory) {
        this.told = new LruCache<>(10_000, memory, MemoryKind.RULES, 24);
    }

    @Override
    public void look(AnsweredCall call) {
        call.payment().ifPresent(payment -> {
            if (call.isCheckStatus() && call.tellsStatus()) {
                remember(call, payment);
            }
            call.operation().ifPresent(operation -> {
                state(call, operation, payment);
                amounts(call, operation, payment);
            });
        });
    }

    private void remember(AnsweredCall call, Payment payment) {
        PaymentStatus status = payment.at(call.now());
        if (ResultCode.of(status) == ResultCode.SUCCESS) {
            if (status != PaymentStatus.CHARGE) {
                call.exercises(EpaySituation.STATUS_OF_ANOTHER_KIND);
            }
            told.put(payment.id(), new KnownStatus(status, call.number()));
        } else {
            told.forget(payment.id());
        }
    }

    /** A refused operation changed nothing, so the status it met is still there. */
    private void state(AnsweredCall call, Operation operation, Payment payment) {
        PaymentStatus needed = operation == Operation.REFUND ? PaymentStatus.CHARGE : PaymentStatus.AUTH;
        PaymentStatus met = payment.at(call.now());
        if (!call.isRefused() || met == needed) {
            return;
        }
        call.finding(
                EpayClause.OPERATION_WRONG_STATE,
                operation.word() + " needs " + needed.wire() + ", the transaction's status is " + met.wire());
        told.find(payment.id())
                .filter(answer -> answer.status() != needed)
                .ifPresent(answer -> call.finding(
                        EpayClause.RESULT_CODE_ALONE,
                        "the last status answer had resultCode 100 and statusName "
                                + answer.status().wire() + ", and " + operation.word() + " was asked for all the same",
                        List.of(answer.request())));
    }

    private static void amounts(AnsweredCall call, Operation operation, Payment payment) {
        if (operation == Operation.CHARGE) {
            Optional<Money> query = call.query("amount").flatMap(AnsweredCall::money);
            Optional<Money> body = call.text("amount").flatMap(AnsweredCall::money);
            if (query.isPresent() && body.isPresent() && !query.equals(body)) {
                call.finding(EpayClause.CHARGE_AMOUNTS_DIFFER, "the query's amount is not the body's");
            }
        } else if (operation == Operation.REFUND && payment.at(call.now()) == PaymentStatus.CHARGE) {
            Money least = call.bank().rules().refunds().least();
            Money asked = call.amount().orElseGet(payment::left);
            if (call.isRefused() && asked.isPositive() && least.isMoreThan(asked)) {
                call.finding(EpayClause.REFUND_BELOW_MINIMUM, "a refund of " + asked + ", the least is " + least);
            }
        }
    }
}
