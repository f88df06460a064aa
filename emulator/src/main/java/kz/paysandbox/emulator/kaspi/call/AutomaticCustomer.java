package kz.paysandbox.emulator.kaspi.call;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.kaspi.domain.Customer;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Payment;
import kz.paysandbox.emulator.kaspi.domain.PaymentKind;
import kz.paysandbox.emulator.kaspi.domain.QrReturn;

/** The customer who acts by themselves, at their times on the world's clock; what no longer fits then is left undone. */
public final class AutomaticCustomer {

    private static final String SCANS = "kaspi.customer.scans";
    private static final String DECIDES = "kaspi.customer.decides";

    private final World world;
    private final CustomerMode mode;

    public AutomaticCustomer(World world) {
        this.world = world;
        this.mode = world.customer();
    }

    /** Makes known to a world what its customers do by themselves. */
    static void register(World world, KaspiBank bank) {
        world.timeline()
                .action(SCANS, (id, detail) -> CompletableFuture.completedStage(scan(world, bank, Long.parseLong(id))));
        world.timeline()
                .action(
                        DECIDES,
                        (id, habit) -> CompletableFuture.completedStage(
                                decide(world, bank, Long.parseLong(id), CustomerMode.Habit.valueOf(habit))));
    }

    /** Will scan and decide, or pay or reject an invoice, where that is their habit. */
    public Payment meets(Payment payment) {
        if (mode.acts()) {
            Duration untilDecision = mode.confirmAfter();
            if (payment.terms().kind() != PaymentKind.REMOTE) {
                untilDecision = mode.scanAfter().plus(mode.confirmAfter());
                later(payment.terms().created().plus(mode.scanAfter()), SCANS, payment.id(), "");
            }
            later(
                    payment.terms().created().plus(untilDecision),
                    DECIDES,
                    payment.id(),
                    mode.habit().name());
        }
        return payment;
    }

    /** Will scan a return QR code. */
    public QrReturn meets(QrReturn code) {
        if (mode.acts()) {
            later(code.terms().created().plus(mode.scanAfter()), SCANS, code.id(), "");
        }
        return code;
    }

    private void later(Instant due, String what, long id, String detail) {
        world.timeline().at(due, what, String.valueOf(id), detail);
    }

    /** Payments and return codes have their ids from one sequence. */
    private static Object scan(World world, KaspiBank bank, long id) {
        return bank.purchases().find(id).isPresent()
                ? bank.purchases().change(id, open -> open.scan(world.now(), Customer.DEFAULT_PHONE))
                : bank.returns().scan(id, world.now(), Customer.DEFAULT_PHONE);
    }

    private static Object decide(World world, KaspiBank bank, long id, CustomerMode.Habit habit) {
        return habit == CustomerMode.Habit.PAYS
                ? bank.confirm(id, world.now())
                : bank.purchases().change(id, open -> open.decline(world.now()));
    }
}
