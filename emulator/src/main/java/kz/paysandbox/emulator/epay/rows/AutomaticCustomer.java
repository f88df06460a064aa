package kz.paysandbox.emulator.epay.rows;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Payment;
import kz.paysandbox.emulator.epay.domain.PaymentStatus;
import kz.paysandbox.emulator.epay.domain.ThreeDs;

/**
 * The customer who answers the issuer by themselves, at their time on the world's clock; who was quicker is left alone.
 * Not for the sandbox's own payment page: a browser answers there.
 */
final class AutomaticCustomer {

    private static final String ANSWERS = "epay.customer.answers";
    private static final String PASSES = "passes";

    private final World world;
    private final List<Long> requests;

    private AutomaticCustomer(World world, List<Long> requests) {
        this.world = world;
        this.requests = requests;
    }

    static AutomaticCustomer of(EpayCall call) {
        return new AutomaticCustomer(
                call.worldCall().world(), List.of(call.worldCall().number()));
    }

    /** Makes known to a world what its customers do by themselves. */
    static void register(World world, EpayConfig config, EpayWire wire) {
        world.timeline().action(ANSWERS, (id, detail) -> {
            List<String> words = List.of(detail.split(" ", -1));
            Announcements announcements = new Announcements(config, wire, world, JournalNumbers.read(words.get(1)));
            return answer(world, announcements, id, words.get(0).equals(PASSES));
        });
    }

    /** Will open the issuer's page, and type the right code or give up there, where that is their habit. */
    void meets(Payment payment, Instant now) {
        CustomerMode mode = world.customer();
        if (mode.acts() && payment.at(now) == PaymentStatus.THREE_D) {
            String habit = mode.habit() == CustomerMode.Habit.PAYS ? PASSES : "leaves";
            world.timeline()
                    .at(
                            payment.created().plus(mode.scanAfter()).plus(mode.confirmAfter()),
                            ANSWERS,
                            payment.id(),
                            habit + " " + JournalNumbers.text(requests));
        }
    }

    private static CompletionStage<?> answer(World world, Announcements announcements, String id, boolean passes) {
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
