package kz.paysandbox.emulator.scenario;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.IdentityDesk;
import kz.paysandbox.emulator.core.desk.MerchantChange;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.core.desk.WorldDesk;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Fault;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.core.faults.Match;

/** A desk with two payments, two devices and no bank: it notes what is asked of it, and adds faults that do nothing. */
final class QuietDesk implements WorldDesk {

    private final List<String> asked = new ArrayList<>();

    /** What was asked, in order. */
    List<String> asked() {
        return asked;
    }

    @Override
    public List<String> payments(World world) {
        return List.of("older", "newer");
    }

    @Override
    public List<String> devices(World world) {
        return List.of("till-1", "till-2");
    }

    @Override
    public Outcome<PaymentView, Conflict> act(World world, String payment, CustomerAct act, Optional<String> phone) {
        return refused(
                act.label() + " " + payment + phone.map(given -> " by " + given).orElse(""));
    }

    @Override
    public Outcome<PaymentView, Conflict> refund(World world, String payment, BigDecimal amount) {
        return refused("refund " + payment + " " + amount);
    }

    @Override
    public Outcome<? extends Record, Conflict> change(World world, String id, MerchantChange change) {
        return refused("change " + id);
    }

    @Override
    public Outcome<IdentityDesk.State, Conflict> revoke(World world, String certificate) {
        asked.add("revoke " + certificate);
        return certificate.equals("partner")
                ? Outcome.ok(new IdentityDesk.State(certificate, "", "", "", ""))
                : Outcome.refused(Conflict.unknown("no " + certificate));
    }

    @Override
    public Outcome<IdentityDesk.Identity, Conflict> renew(World world, String certificate) {
        return refused("renew " + certificate);
    }

    @Override
    public Outcome<Fault, Conflict> addFault(World world, FaultRule rule) {
        return Outcome.ok(world.faults()
                .add(rule.name(), Match.ANY, Effect.NONE, Optional.empty())
                .orElseThrow());
    }

    @Override
    public CustomerMode changeCustomer(World world, CustomerChange change) {
        return world.customer(change);
    }

    @Override
    public Optional<Conflict> changeCallbacks(World world, CallbackChange change) {
        return refused("callbacks " + change.duplicates().orElseThrow()).refusal();
    }

    private <T> Outcome<T, Conflict> refused(String what) {
        asked.add(what);
        return Outcome.refused(Conflict.invalid("not possible: " + what));
    }

    @Override
    public Optional<CallbackChange> callbacks(World world) {
        return Optional.of(new CallbackChange(
                Optional.empty(), Optional.of(0), Optional.empty(), Optional.empty(), Optional.empty()));
    }
}
