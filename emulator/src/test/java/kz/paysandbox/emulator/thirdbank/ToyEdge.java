package kz.paysandbox.emulator.thirdbank;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.faults.CallAttributes;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.WorldCall;

/** The edge of the toy bank, with its one call. */
final class ToyEdge implements Edge {

    static final String ROW = "toy payments";

    private final Worlds worlds;

    ToyEdge(Worlds worlds) {
        this.worlds = worlds;
    }

    List<Endpoint> endpoints() {
        return List.of(new Endpoint(ROW, "1.1", Method.POST, "/payments", this::pay));
    }

    private Reply pay(WorldCall worldCall) {
        World world = worldCall.world();
        if (worldOf(worldCall.call()).isEmpty()) {
            return Reply.empty(401).because("no world has this Toy-Key");
        }
        String reference = worldCall.call().query().getOrDefault("reference", "");
        if (reference.isEmpty()) {
            worldCall.finding(ToyClause.REFERENCE_MISSING, "no reference");
        }
        ToyPayment payment = new ToyPayment(
                String.valueOf(world.ids().next()),
                new BigDecimal(worldCall.call().query().getOrDefault("amount", "0")),
                reference,
                world.now(),
                Optional.empty(),
                BigDecimal.ZERO);
        world.part(ToyBank.class).put(payment);
        return Reply.text(200, Reply.JSON, "{\"id\":\"" + payment.id() + "\"}");
    }

    @Override
    public Optional<World> worldOf(Call call) {
        return call.header("Toy-Key").flatMap(worlds::holding);
    }

    @Override
    public World worldOfStranger(Call call) {
        return worlds.main();
    }

    @Override
    public CallAttributes subjectOf(Endpoint endpoint, WorldCall worldCall) {
        return CallAttributes.of(endpoint.id(), worldCall.call()::header);
    }

    @Override
    public Reply unknownRoute(WorldCall worldCall, Optional<String> nearest) {
        return Reply.empty(404);
    }

    @Override
    public Reply wrongMethod(WorldCall worldCall) {
        return Reply.empty(405);
    }

    @Override
    public Reply tooLarge(WorldCall worldCall, int limit) {
        return Reply.empty(413);
    }

    @Override
    public Optional<Reply> full(WorldCall worldCall) {
        return Optional.of(Reply.empty(503));
    }

    @Override
    public Reply broken(WorldCall worldCall) {
        return Reply.empty(500);
    }
}
