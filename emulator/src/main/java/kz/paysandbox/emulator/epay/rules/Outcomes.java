package kz.paysandbox.emulator.epay.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.journal.Finding;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.http.WorldCall;

/**
 * Payment and status pages: a shop learns what became of a payment by its postLink, or by asking. What the customer's
 * browser brings back anybody can type.
 */
final class Outcomes implements Rule {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** A payment was decided on the payment page. */
    void decided(Payment payment, WorldCall worldCall) {
        World world = worldCall.world();
        Instant now = world.now();
        boolean granted = payment.at(now).isGranted();
        String link = granted
                ? payment.order().links().postLink()
                : payment.order().links().failurePost();
        if (!link.isEmpty()) {
            exercised(world);
            return;
        }
        String evidence = "invoice " + payment.order().invoiceId() + " became "
                + payment.at(now).wire() + "; no " + (granted ? "postLink" : "failurePostLink")
                + " was told, and nobody asked for its status within " + PATIENCE.toMinutes() + " minutes";
        world.findings()
                .expect(
                        payment.id(),
                        now.plus(PATIENCE),
                        Finding.of(EpayClause.OUTCOME_UNASKED, evidence, List.of(worldCall.number()), now));
    }

    /** Who was told its status knows, and so does who operates on it: the transaction's id is told nowhere else. */
    @Override
    public void look(AnsweredCall call) {
        if (call.tellsStatus() || call.operation().isPresent()) {
            call.payment()
                    .filter(payment -> call.worldCall().world().findings().withdraw(payment.id()))
                    .ifPresent(payment -> exercised(call.worldCall().world()));
        }
    }

    /** The shop was told, or has asked in time. */
    private static void exercised(World world) {
        world.findings().exercises().count(EpaySituation.DECIDED_ON_PAGE, EpaySituation.PRODUCT);
    }
}
