package kz.paysandbox.emulator.control.call;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.CallbackDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.IdentityDesk;
import kz.paysandbox.emulator.core.desk.MerchantChange;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.settings.Complaint;

/** The desk of all worlds, which asks the desk of the bank that is concerned. */
public final class ControlDesk implements WorldDesk {

    private final ControlContext context;

    public ControlDesk(ControlContext context) {
        this.context = context;
    }

    @Override
    public List<String> payments(World world) {
        List<String> oldestFirst =
                NewestPayments.of(
                                context.banks().stream().map(bank -> bank.payments(world)),
                                every -> true,
                                Long.MAX_VALUE)
                        .stream()
                        .map(PaymentView::id)
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    @Override
    public List<String> devices(World world) {
        return context.merchants().devices(world);
    }

    @Override
    public Outcome<PaymentView, Conflict> act(World world, String payment, CustomerAct act, Optional<String> phone) {
        return atBank(world, payment, bank -> bank.act(world, payment, act, phone));
    }

    @Override
    public Outcome<PaymentView, Conflict> refund(World world, String payment, BigDecimal amount) {
        return atBank(world, payment, bank -> bank.refund(world, payment, amount));
    }

    private Outcome<PaymentView, Conflict> atBank(
            World world, String payment, Function<BankDesk, Outcome<PaymentView, Conflict>> act) {
        return context.banks().stream()
                .filter(bank -> bank.payment(world, payment).isPresent())
                .findFirst()
                .map(act)
                .orElseGet(() -> Outcome.refused(unknownPayment(world, payment)));
    }

    public static Conflict unknownPayment(World world, String payment) {
        return Conflict.unknown(
                "no payment " + payment + " in world " + world.name() + "; X-Sandbox-World selects another");
    }

    @Override
    public Outcome<? extends Record, Conflict> change(World world, String id, MerchantChange change) {
        return change.apply(world, id);
    }

    @Override
    public Outcome<IdentityDesk.State, Conflict> revoke(World world, String certificate) {
        return context.identities().revoke(world, certificate, context.worlds().machineTime());
    }

    @Override
    public Outcome<IdentityDesk.Identity, Conflict> renew(World world, String certificate) {
        return context.identities().renew(world, certificate);
    }

    @Override
    public Outcome<Fault, Conflict> addFault(World world, FaultRule rule) {
        if (world.faults().isFull()) {
            return Outcome.refused(tooManyFaults());
        }
        Optional<Complaint> unknown = unknownIn(world, rule);
        if (unknown.isPresent()) {
            return Outcome.refused(Conflict.invalid(unknown.get()));
        }
        return world.faults()
                .add(rule.name(), rule.when(), rule.then(), rule.times())
                .<Outcome<Fault, Conflict>>map(Outcome::ok)
                .orElseGet(() -> Outcome.refused(tooManyFaults()));
    }

    /** A certificate that the world does not have would never be seen, nor a BIN that is like one it has, or is none. */
    private Optional<Complaint> unknownIn(World world, FaultRule rule) {
        List<String> bins = context.banks().stream()
                .flatMap(bank -> bank.organizations(world).stream())
                .toList();
        return unknown("bin", rule.when().bin(), bins)
                .filter(complaint ->
                        complaint.suggestion().isPresent() || !isBin(rule.when().bin()))
                .or(() -> unknown(
                        "certificate",
                        rule.when().certificate(),
                        context.identities().names(world)));
    }

    /** Twelve digits: the organisation may be added later. */
    private static boolean isBin(Optional<String> node) {
        return node.filter(bin -> bin.matches("\\d{12}")).isPresent();
    }

    private static Optional<Complaint> unknown(String what, Optional<String> node, List<String> known) {
        return node.filter(name -> !known.contains(name)).map(name -> Complaint.unknown(what, name, known));
    }

    private static Conflict tooManyFaults() {
        return new Conflict(Conflict.Kind.FULL, "a world has at most 1000 faults; delete some", "");
    }

    @Override
    public CustomerMode changeCustomer(World world, CustomerChange change) {
        return world.customer(change);
    }

    @Override
    public Optional<Conflict> changeCallbacks(World world, CallbackChange change) {
        callbacks().ifPresent(desk -> desk.changePolicy(world, change));
        return callbacks().isPresent()
                ? Optional.empty()
                : Optional.of(Conflict.unknown("no bank of this server has callbacks"));
    }

    @Override
    public Optional<CallbackChange> callbacks(World world) {
        return callbacks().map(desk -> desk.present(world));
    }

    private Optional<CallbackDesk> callbacks() {
        return context.banks().stream()
                .flatMap(bank -> bank.callbacks().stream())
                .findFirst();
    }
}
