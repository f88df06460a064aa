package kz.paysandbox.emulator.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.control.view.ClockView;
import kz.paysandbox.emulator.core.Fired;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.http.Reply;
import org.jspecify.annotations.Nullable;

/** A world's clock: real, frozen, advanced. */
final class ClockHandlers {

    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final ControlRoom room;

    ClockHandlers(ControlRoom room) {
        this.room = room;
    }

    Reply show(ControlCall call) {
        return answer(call.world(), List.of());
    }

    Reply set(ControlCall call) {
        Optional<Reply> mistyped = mistyped(call, "mode", "at");
        if (mistyped.isPresent()) {
            return mistyped.get();
        }
        World world = call.world();
        String mode = call.text("mode").orElse("");
        if (mode.equals("real") && call.text("at").isEmpty()) {
            return answer(world, world.timeline().run(room.worlds().machineTime()));
        }
        try {
            Optional<Instant> target = frozenAt(call.body(), world.now());
            if (target.isPresent()) {
                return answer(world, world.timeline().freezeAt(target.get()));
            }
        } catch (DateTimeException malformed) {
            return room.json().problem(400, "invalid", String.valueOf(malformed.getMessage()));
        }
        return room.json()
                .problem(
                        400,
                        "invalid",
                        "mode must be real (without at), or frozen, perhaps with at as an ISO 8601 instant");
    }

    Reply advance(ControlCall call) {
        Optional<Reply> mistyped = mistyped(call, "by");
        if (mistyped.isPresent()) {
            return mistyped.get();
        }
        try {
            Duration step = Duration.parse(call.text("by").orElse(""));
            if (step.isNegative() || call.world().now().plus(step).isAfter(LATEST)) {
                return room.json()
                        .problem(
                                400,
                                "invalid",
                                "by must be from PT0S, and lead to no later than " + LATEST
                                        + "; PUT /__sandbox/clock goes back");
            }
            return answer(call.world(), call.world().timeline().advance(step));
        } catch (DateTimeException | ArithmeticException malformed) {
            return room.json().problem(400, "invalid", "by must be an ISO 8601 duration such as PT180S");
        }
    }

    private Optional<Reply> mistyped(ControlCall call, String... keys) {
        Members members = Members.of(call.body(), keys);
        if (Arrays.asList(keys).contains("mode")) {
            var unused = members.choice("mode", "real", "frozen");
        }
        return members.finish(call).refusal().map(complaint -> room.json().problem(400, "invalid", complaint));
    }

    /** The instant a clock is to stand at: an ISO 8601 text, or {@code mode} and {@code at}; nothing for real time. */
    static Optional<Instant> frozenAt(@Nullable Object clock, Instant now) {
        if (clock == null) {
            return Optional.empty();
        }
        if (clock instanceof Map<?, ?> map) {
            Object at = map.get("at");
            String mode = String.valueOf(map.get("mode"));
            if (mode.equals("frozen")) {
                return Optional.of(at == null ? now : instant(String.valueOf(at)));
            }
            if (mode.equals("real") && at == null) {
                return Optional.empty();
            }
            throw new DateTimeException("mode must be real (without at) or frozen (with or without at)");
        }
        return clock.equals("real") ? Optional.empty() : Optional.of(instant(String.valueOf(clock)));
    }

    private static Instant instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("an instant must lie from " + EARLIEST + " to " + LATEST);
        }
        return instant;
    }

    private Reply answer(World world, List<Fired> fired) {
        return room.json().reply(200, ClockView.of(world, fired));
    }
}
