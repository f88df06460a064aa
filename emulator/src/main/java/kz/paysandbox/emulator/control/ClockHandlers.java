package kz.paysandbox.emulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.view.ClockView;
import kz.paysandbox.emulator.core.DueEvent;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.ClockShape;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;

/** A world's clock: real, frozen, advanced. */
final class ClockHandlers {

    private static final long MOST_NEXT = 100;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Table ADVANCE =
            new Table().required("by", Scalar.duration(Duration.ofDays(80_000)), "How far, such as PT180S");

    private final ControlContext context;

    ClockHandlers(ControlContext context) {
        this.context = context;
    }

    /** The parameters of {@link #show}. */
    Table query() {
        return new Table()
                .optional("next", Scalar.whole(1), "The next so many things that fall due, at most " + MOST_NEXT);
    }

    Reply show(ControlCall call) {
        World world = call.world();
        return call.query()
                .number("next")
                .map(most -> context.json()
                        .reply(
                                200,
                                ClockView.upcoming(
                                        world, world.timeline().upcoming(Math.toIntExact(Math.min(MOST_NEXT, most))))))
                .orElseGet(() -> answer(world, List.of()));
    }

    Reply set(ControlCall call) {
        World world = call.world();
        Mistakes mistakes = new Mistakes();
        Values clock = new Values(new ClockShape().read(InputNode.of(call.body()), mistakes));
        return mistakes.finish(clock)
                .fold(
                        read -> ClockShape.frozenAt(read, world.now())
                                .map(at -> answer(world, world.timeline().freezeAt(at)))
                                .orElseGet(() -> answer(
                                        world,
                                        world.timeline().run(context.worlds().machineTime()))),
                        this::invalid);
    }

    Reply advance(ControlCall call) {
        return ADVANCE.values(call.body())
                .fold(read -> advance(call.world(), read.duration("by").orElse(Duration.ZERO)), this::invalid);
    }

    private Reply advance(World world, Duration step) {
        return world.now().plus(step).isAfter(LATEST)
                ? invalid(Complaint.of("by must lead to no later than " + LATEST + "; PUT /__sandbox/clock goes back"))
                : answer(world, world.timeline().advance(step));
    }

    private Reply invalid(Complaint complaint) {
        return context.json().problem(400, "invalid", complaint);
    }

    private Reply answer(World world, List<DueEvent> fired) {
        return context.json().reply(200, ClockView.of(world, fired));
    }
}
