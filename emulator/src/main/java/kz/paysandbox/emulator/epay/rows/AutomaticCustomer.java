package kz.paysandbox.emulator.epay.rows;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.ThreeDs;

/**
 * The customer who answers the issuer by themselves, at their time on the world's clock; who was quicker is left alone.
 * Not for the sandbox's own payment page: a browser answers there.
 */
final class AutomaticCustomer {

    private final World world;
    private final Announcements announcements;

    private AutomaticCustomer(World world, Announcements announcements) {
        this.world = world;
        this.announcements = announcements;
    }

    static AutomaticCustomer of(EpayCall call) {
        return new AutomaticCustomer(call.worldCall().world(), Announcements.of(call));
    }

    /** Will open the issuer's page, and type the right code or give up there, where that is their habit. */
    void meets(Payment payment, Instant now) {
        CustomerMode mode = world.customer();
        if (mode.acts() && payment.at(now) == PaymentStatus.THREE_D) {
            boolean passes = mode.habit() == CustomerMode.Habit.PAYS;
            world.timeline()
                    .at(
                            payment.created().plus(mode.scanAfter()).plus(mode.confirmAfter()),
                            "epay.customer.answers",
                            payment.id(),
                            () -> answer(payment.id(), passes));
        }
    }

    private CompletionStage<?> answer(String id, boolean passes) {
        Instant now = world.now();
        EpayBank bank = world.part(EpayBank.class);
        ThreeDs issuer = new ThreeDs(bank);
        return bank.payments()
                .find(id)
                .filter(payment -> payment.at(now) == PaymentStatus.THREE_D)
                .flatMap(payment -> issuer.complete(payment, issuer.paRes(payment, passes), now)
                        .value())
                .<CompletionStage<?>>map(decided -> announcements.tell(decided, now))
                .orElseGet(() -> CompletableFuture.completedStage("answered before"));
    }
}
