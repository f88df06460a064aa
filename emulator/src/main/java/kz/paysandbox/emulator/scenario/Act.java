package kz.paysandbox.emulator.scenario;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.MerchantChange;
import kz.paysandbox.emulator.core.faults.FaultRule;

/**
 * Something a scenario does to its world. Payments and devices are named by {@code last}, {@code first}, a number from 1
 * or an id, and looked up when it is done.
 */
public sealed interface Act {

    /** The key of the step that says it. */
    ActKind kind();

    /** Whom it concerns; empty where that is the world. */
    default String target() {
        return "";
    }

    /** For people. */
    default String words() {
        return target().isEmpty() ? kind().key() : kind().key() + " " + target();
    }

    /** Does it: what it was done to, a new fault's id for a fault; or why it could not be done. */
    Outcome<String, String> perform(ScenarioContext context);

    /** The customer of a payment acts. */
    record PaymentAct(CustomerAct act, String target, Optional<String> phone) implements Act {

        @Override
        public ActKind kind() {
            return switch (act) {
                case SCAN -> ActKind.SCAN;
                case CONFIRM -> ActKind.CONFIRM;
                case DECLINE -> ActKind.DECLINE;
                case SCAN_ERROR -> ActKind.SCAN_ERROR;
                case EXPIRE -> ActKind.EXPIRE;
            };
        }

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            return context.payment(target)
                    .flatMap(id -> done(context.desk().act(context.world(), id, act, phone), then -> then.id()));
        }
    }

    /** The cashier gives money back in the bank's app; tenge. */
    record Refund(String target, BigDecimal amount) implements Act {

        @Override
        public ActKind kind() {
            return ActKind.REFUND;
        }

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            return context.payment(target)
                    .flatMap(id -> done(context.desk().refund(context.world(), id, amount), then -> then.id()));
        }
    }

    /**
     * Switches of an organisation, a trade point or a device are changed.
     *
     * @param kind which of the three
     */
    record ChangeMerchant(ActKind kind, String target, MerchantChange change) implements Act {

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            Outcome<String, String> id = kind == ActKind.DEVICE ? context.device(target) : Outcome.ok(target);
            return id.flatMap(found -> done(
                    context.desk().change(context.world(), found, change),
                    then -> kind == ActKind.TRADE_POINT ? target : "done"));
        }
    }

    /** A client certificate is revoked; {@code own} for those that the world's applications may hold. */
    record Revoke(String target) implements Act {

        @Override
        public ActKind kind() {
            return ActKind.REVOKE;
        }

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            return atCertificates(context, target, name -> context.desk().revoke(context.world(), name));
        }
    }

    /** A client certificate is renewed; {@code own} for those that the world's applications may hold. */
    record Renew(String target) implements Act {

        @Override
        public ActKind kind() {
            return ActKind.RENEW;
        }

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            return atCertificates(context, target, name -> context.desk().renew(context.world(), name));
        }
    }

    /** Something goes wrong from now on. */
    record AddFault(FaultRule rule) implements Act {

        @Override
        public ActKind kind() {
            return ActKind.FAULT;
        }

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            return done(context.addFault(rule), fault -> fault.id());
        }
    }

    /** Faults of the scenario end: those of a name, or {@code all}. */
    record ClearFaults(String target) implements Act {

        @Override
        public ActKind kind() {
            return ActKind.CLEAR_FAULTS;
        }

        /** Ending nothing under a name is no success: the fault that was meant is not there. */
        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            int ended = context.clearFaults(target);
            return ended == 0 && !target.equals(ScenarioContext.ALL_FAULTS)
                    ? Outcome.refused("no fault of this scenario has the name " + target + " now")
                    : Outcome.ok(ended + " faults ended");
        }
    }

    /** The automatic customer changes. */
    record ChangeCustomer(CustomerChange change) implements Act {

        @Override
        public ActKind kind() {
            return ActKind.CUSTOMER;
        }

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            var unused = context.desk().changeCustomer(context.world(), change);
            return Outcome.ok("done");
        }
    }

    /** Callbacks are delivered otherwise. */
    record ChangeCallbacks(CallbackChange change) implements Act {

        @Override
        public ActKind kind() {
            return ActKind.CALLBACKS;
        }

        @Override
        public Outcome<String, String> perform(ScenarioContext context) {
            return context.changeCallbacks(change)
                    .<Outcome<String, String>>map(conflict -> Outcome.refused(conflict.detail()))
                    .orElseGet(() -> Outcome.ok("done"));
        }
    }

    private static <T> Outcome<String, String> done(Outcome<T, Conflict> outcome, Function<T, String> result) {
        return outcome.fold(then -> Outcome.ok(result.apply(then)), conflict -> Outcome.refused(conflict.detail()));
    }

    private static Outcome<String, String> done(Outcome<? extends Record, Conflict> outcome) {
        return done(outcome, then -> "done");
    }

    /** The first that could be done, else why the first could not be. */
    private static Outcome<String, String> atCertificates(
            ScenarioContext context, String target, Function<String, Outcome<? extends Record, Conflict>> change) {
        List<Outcome<String, String>> outcomes = context.certificates(target).stream()
                .map(name -> done(change.apply(name)))
                .toList();
        return outcomes.stream()
                .filter(outcome -> outcome.value().isPresent())
                .findFirst()
                .orElse(outcomes.get(0));
    }
}
