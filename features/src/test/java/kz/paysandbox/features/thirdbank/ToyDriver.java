package kz.paysandbox.features.thirdbank;

import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import kz.paysandbox.features.bank.BankDriver;
import kz.paysandbox.features.driver.Answer;
import kz.paysandbox.features.golden.Notation;
import kz.paysandbox.features.steps.ScenarioContext;
import kz.paysandbox.features.wire.JdkWire;
import kz.paysandbox.features.wire.RecordedWire;
import kz.paysandbox.features.wire.Request;
import kz.paysandbox.features.wire.Response;
import kz.paysandbox.features.wire.Wire;

/** The toy bank's one call. */
record ToyDriver(BiFunction<ScenarioContext, Request, Response> call) implements BankDriver {

    static ToyDriver raw(UnaryOperator<Wire> between) {
        return new ToyDriver((scenario, request) -> {
            RecordedWire wire = new RecordedWire(between.apply(JdkWire.plain()));
            scenario.line(wire, new Notation(List.of(), Set.of()));
            return wire.send(request);
        });
    }

    static ToyDriver adapter() {
        Wire wire = JdkWire.plain();
        return new ToyDriver((scenario, request) -> wire.send(request));
    }

    Answer<String> pay(ScenarioContext scenario, String tenge) {
        Response seen = call.apply(
                scenario, Request.get(scenario.site(ToySite.class).base().resolve("/pay?tenge=" + tenge)));
        return seen.status() == 200 ? Answer.agreed(seen.body()) : Answer.refused(7, seen.body());
    }
}
