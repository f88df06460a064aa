package kz.paysandbox.emulator.thirdbank;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.bank.Bank;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.PaymentView;

/** The toy bank's payments as the control surface sees them. */
record ToyDesk(Bank facts) implements BankDesk {

    /** What opens the world. */
    record Access(String key) {}

    @Override
    public Access describe(World world) {
        return new Access(world.credentials().value(ToyModule.KEY));
    }

    @Override
    public Stream<PaymentView> payments(World world) {
        Instant now = world.now();
        return bank(world).all().stream()
                .sorted(Comparator.comparing(ToyPayment::id).reversed())
                .map(payment -> payment.view(now));
    }

    @Override
    public Optional<PaymentView> payment(World world, String id) {
        return bank(world).find(id).map(payment -> payment.view(world.now()));
    }

    @Override
    public Outcome<PaymentView, Conflict> act(World world, String id, CustomerAct act, Optional<String> phone) {
        Instant now = world.now();
        Optional<ToyPayment> open = bank(world).find(id).filter(payment -> payment.isOpen(now));
        if (open.isEmpty() || (act != CustomerAct.CONFIRM && act != CustomerAct.DECLINE)) {
            return Outcome.refused(Conflict.state("payment " + id + " takes no " + act.label(), ""));
        }
        String status = act == CustomerAct.CONFIRM ? "PAID" : "DECLINED";
        return Outcome.ok(
                bank(world).change(id, payment -> payment.decide(status, now)).view(now));
    }

    @Override
    public Outcome<PaymentView, Conflict> refund(World world, String id, BigDecimal amount) {
        return Outcome.ok(
                bank(world).change(id, payment -> payment.refund(amount)).view(world.now()));
    }

    @Override
    public Optional<String> qrContent(World world, String id) {
        return bank(world).find(id).map(payment -> "toy:" + payment.id());
    }

    private static ToyBank bank(World world) {
        return world.part(ToyBank.class);
    }
}
