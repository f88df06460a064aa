package kz.paysandbox.emulator.control;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.desk.PaymentView;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Peer;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.scenario.Act;
import kz.paysandbox.emulator.scenario.Stage;

/** A scenario's acts are the rows of the control surface's table: what can be asked for by HTTP can be scripted. */
public final class ControlStage implements Stage {

    private static final Peer NOBODY = new Peer("", "", "", Optional.empty());

    private final ControlRoom room;

    public ControlStage(ControlRoom room) {
        this.room = room;
    }

    @Override
    public Outcome<String, String> perform(World world, Act act) {
        return switch (act.kind()) {
            case SCAN -> atPayment(world, act, "scan");
            case CONFIRM -> atPayment(world, act, "confirm");
            case DECLINE -> atPayment(world, act, "decline");
            case SCAN_ERROR -> atPayment(world, act, "scan-error");
            case EXPIRE -> atPayment(world, act, "expire");
            case REFUND ->
                payment(world, act.target())
                        .then(id -> ask(world, Method.POST, "/payments/{id}/refund", Map.of("id", id), act));
            case ORGANIZATION -> ask(world, Method.PATCH, "/organizations/{bin}", Map.of("bin", act.target()), act);
            case TRADE_POINT -> ask(world, Method.PATCH, "/tradepoints/{id}", Map.of("id", act.target()), act);
            case DEVICE ->
                Chosen.of(room.merchants().devices(world), act.target(), "device")
                        .then(token -> ask(world, Method.PATCH, "/devices/{token}", Map.of("token", token), act));
            case REVOKE -> atCertificates(world, act, "revoke");
            case RENEW -> atCertificates(world, act, "renew");
            case FAULT -> ask(world, Method.POST, "/faults", Map.of(), act);
            case CLEAR_FAULTS -> ask(world, Method.DELETE, "/faults", Map.of(), act);
            case CUSTOMER -> ask(world, Method.PUT, "/customer", Map.of(), act);
            case CALLBACKS -> ask(world, Method.PUT, "/callbacks/policy", Map.of(), act);
        };
    }

    private Outcome<String, String> atPayment(World world, Act act, String word) {
        return payment(world, act.target())
                .then(id -> ask(world, Method.POST, "/payments/{id}/{act}", Map.of("id", id, "act", word), act));
    }

    private Outcome<String, String> payment(World world, String selector) {
        List<String> oldestFirst =
                Newest.of(room.banks().stream().map(bank -> bank.payments(world)), every -> true, Long.MAX_VALUE)
                        .stream()
                        .map(PaymentView::id)
                        .collect(Collectors.toCollection(ArrayList::new));
        Collections.reverse(oldestFirst);
        return Chosen.of(oldestFirst, selector, "payment");
    }

    /** The certificates that a world's applications may hold: its own, and the default world's two from the folder. */
    private Outcome<String, String> atCertificates(World world, Act act, String word) {
        List<String> names =
                act.target().equals("own") ? List.of(world.name(), "merchant", "partner") : List.of(act.target());
        List<Outcome<String, String>> outcomes = names.stream()
                .map(name -> ask(world, Method.POST, "/certificates/{name}/" + word, Map.of("name", name), act))
                .toList();
        return outcomes.stream()
                .filter(outcome -> outcome.achieved().isPresent())
                .findFirst()
                .orElse(outcomes.get(0));
    }

    private Outcome<String, String> ask(World world, Method method, String path, Map<String, String> given, Act act) {
        Call call = new Call(method.name(), path, path, given, Map.of(), List.of(), Bytes.NONE, false, NOBODY);
        return ControlEndpoints.table(room).stream()
                .filter(row -> row.method() == method && row.path().equals(ControlEndpoints.PREFIX + path))
                .findFirst()
                .map(row -> said(row.handler().handle(new ControlCall(world, call, act.details()))))
                .orElseGet(() -> Outcome.refused("this build has no " + method + " " + path));
    }

    private Outcome<String, String> said(Reply reply) {
        Map<String, Object> body = room.json().object(reply.body()).orElse(Map.of());
        Object id = body.getOrDefault("id", "done");
        return reply.status() < 300
                ? Outcome.ok(String.valueOf(id))
                : Outcome.refused(String.valueOf(body.getOrDefault("detail", "refused")));
    }
}
