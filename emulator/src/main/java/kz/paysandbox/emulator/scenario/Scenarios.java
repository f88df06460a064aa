package kz.paysandbox.emulator.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import kz.paysandbox.emulator.core.desk.CustomerAct;
import kz.paysandbox.emulator.core.desk.MerchantChange;
import kz.paysandbox.emulator.core.faults.FaultRule;
import kz.paysandbox.emulator.input.CustomerShape;
import kz.paysandbox.emulator.input.PolicyShape;
import kz.paysandbox.emulator.input.Values;

/** A factory of scenarios from values that were checked by their shape. */
final class Scenarios {

    private Scenarios() {}

    static Scenario of(Values values) {
        Values title = values.object("title");
        Values start = values.object("start");
        List<Act> opening = new ArrayList<>();
        if (start.has("customer")) {
            opening.add(customer(start.object("customer")));
        }
        if (start.has("callbacks")) {
            opening.add(callbacks(start.object("callbacks")));
        }
        values.list("faults").forEach(fault -> opening.add(new Act.AddFault((FaultRule) fault)));
        return new Scenario(
                text(values, "name"),
                text(values, "bank"),
                new Scenario.Title(text(title, "en"), text(title, "ru")),
                text(values, "correct"),
                new Scenario.Start(
                        start.instant("clock"),
                        start.number("seed"),
                        start.duration("ahead").orElse(Duration.ZERO)),
                opening,
                values.objects("timeline").stream()
                        .map(Scenarios::step)
                        .sorted(Comparator.comparing(Step::at))
                        .toList());
    }

    private static Step step(Values values) {
        ActKind kind = values.map().keySet().stream()
                .flatMap(key -> ActKind.of(key).stream())
                .findFirst()
                .orElseThrow();
        return new Step(values.duration("at").orElseThrow(), act(kind, values));
    }

    private static Act act(ActKind kind, Values values) {
        String target = text(values, kind.key());
        return switch (kind) {
            case SCAN -> atPayment(CustomerAct.SCAN, target, values);
            case CONFIRM -> atPayment(CustomerAct.CONFIRM, target, values);
            case DECLINE -> atPayment(CustomerAct.DECLINE, target, values);
            case SCAN_ERROR -> atPayment(CustomerAct.SCAN_ERROR, target, values);
            case EXPIRE -> atPayment(CustomerAct.EXPIRE, target, values);
            case REFUND -> new Act.Refund(target, values.decimal("amount").orElseThrow());
            case ORGANIZATION, TRADE_POINT, DEVICE ->
                new Act.ChangeMerchant(
                        kind, target, values.value("set", MerchantChange.class).orElseThrow());
            case REVOKE -> new Act.Revoke(target);
            case RENEW -> new Act.Renew(target);
            case FAULT ->
                new Act.AddFault(values.value(kind.key(), FaultRule.class).orElseThrow());
            case CLEAR_FAULTS -> new Act.ClearFaults(target);
            case CUSTOMER -> customer(values.object(kind.key()));
            case CALLBACKS -> callbacks(values.object(kind.key()));
        };
    }

    private static Act atPayment(CustomerAct act, String payment, Values values) {
        return new Act.PaymentAct(act, payment, values.text("phone"));
    }

    private static Act customer(Values values) {
        return new Act.ChangeCustomer(CustomerShape.change(values));
    }

    private static Act callbacks(Values values) {
        return new Act.ChangeCallbacks(PolicyShape.change(values));
    }

    private static String text(Values values, String key) {
        return values.text(key).orElse("");
    }
}
