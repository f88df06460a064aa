package kz.paysandbox.emulator.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import kz.paysandbox.emulator.control.access.NamedToken;
import kz.paysandbox.emulator.control.access.Visitor;
import kz.paysandbox.emulator.control.access.WorldQuotas;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.view.WorldView;
import kz.paysandbox.emulator.control.view.WorldView.Memory;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.WorldSpec;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.desk.BankDesk;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.input.AnyValue;
import kz.paysandbox.emulator.input.ClockShape;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Place;
import kz.paysandbox.emulator.input.Scalar;
import kz.paysandbox.emulator.input.Table;
import kz.paysandbox.emulator.input.Values;

/** Making, showing, resetting and deleting worlds. */
final class WorldHandlers {

    private static final Duration LONGEST_LIFE = Duration.ofDays(365);
    private static final Scalar LIFE = new Scalar(
            "a duration such as PT2H or 2h, from PT1S to " + LONGEST_LIFE,
            Scalar.Form.ANY,
            text -> Scalar.duration(LONGEST_LIFE)
                    .parse()
                    .apply(text)
                    .filter(life -> Duration.parse(life.toString()).compareTo(Duration.ofSeconds(1)) >= 0),
            List.of(),
            Scalar.duration(LONGEST_LIFE).schema());

    private final ControlContext context;
    private final ExpiringWorlds expiring;
    private final AtomicLong made = new AtomicLong();

    /** What is asked for. */
    private record Wanted(
            Optional<String> name,
            Optional<Long> seed,
            Optional<Instant> frozenAt,
            Map<String, String> credentials,
            WorldSpec.Terms terms) {}

    /** Worlds that are there already may have an end, too. */
    WorldHandlers(ControlContext context) {
        this.context = context;
        this.expiring = new ExpiringWorlds(context.worlds(), context::delete);
        context.worlds().changes().watch(change -> expiring.plan());
        expiring.plan();
    }

    Reply create(ControlCall call) {
        Mistakes mistakes = new Mistakes();
        Values body = shape().values(call.body(), mistakes);
        Optional<Instant> frozenAt =
                ClockShape.frozenAt(body.object("clock"), context.worlds().machineTime());
        Map<String, String> chosen = mistakes.isEmpty() ? chosen(body, mistakes) : Map.of();
        return mistakes.finish(body)
                .fold(
                        given -> create(
                                call.visitor(),
                                new Wanted(
                                        given.text("name"),
                                        given.number("seed"),
                                        frozenAt,
                                        chosen,
                                        terms(call, given))),
                        problem -> context.json().problem(400, "invalid", problem));
    }

    private WorldSpec.Terms terms(ControlCall call, Values given) {
        return new WorldSpec.Terms(
                call.visitor().token().map(NamedToken::name),
                given.duration("ttl").map(context.worlds().machineTime()::plus));
    }

    /** What a bank lets the maker choose stands under the bank's name, as in the answer, or by itself. */
    private Table shape() {
        Table world = new Table()
                .optional("name", Scalar.text(1_000), "Its name")
                .optional("seed", Scalar.whole(Long.MIN_VALUE, Long.MAX_VALUE), "What its ids and shares follow from")
                .optional("clock", new ClockShape(), "Its clock")
                .optional("ttl", LIFE, "How long it lives, by the machine's clock");
        for (BankDesk bank : context.banks()) {
            Table credentials = new Table();
            bank.choosableCredentials().forEach(key -> credentials.optional(key, new AnyValue(), "A credential"));
            if (!credentials.keys().isEmpty()) {
                world.and(credentials).optional(bank.bank(), credentials, "Credentials");
            }
        }
        return world;
    }

    private Map<String, String> chosen(Values body, Mistakes mistakes) {
        Map<String, String> credentials = new LinkedHashMap<>();
        for (BankDesk bank : context.banks()) {
            Map<String, Object> wanted =
                    new LinkedHashMap<>(body.object(bank.bank()).map());
            bank.choosableCredentials().stream()
                    .filter(body::has)
                    .forEach(key -> wanted.put(key, body.map().get(key)));
            Outcome<Map<String, String>, Conflict> outcome = bank.credentials(wanted);
            outcome.value().ifPresent(credentials::putAll);
            outcome.refusal().ifPresent(conflict -> mistakes.at(new Place.InObject(""), conflict.detail()));
        }
        return credentials;
    }

    /** With a token that has limits one at a time, so that two calls do not both find room for the last world. */
    private Reply create(Visitor visitor, Wanted wanted) {
        Optional<NamedToken> limited =
                visitor.token().filter(token -> !token.quota().isNone());
        if (limited.isEmpty()) {
            return made(visitor, wanted);
        }
        synchronized (quotas()) {
            return quotas().refusalOf(limited.get())
                    .map(reason -> context.json().problem(409, "quota", reason))
                    .orElseGet(() -> made(visitor, wanted));
        }
    }

    private WorldQuotas quotas() {
        return context.operations().access().quotas();
    }

    private Reply made(Visitor visitor, Wanted wanted) {
        while (true) {
            String name = wanted.name().orElseGet(() -> "world-" + made.incrementAndGet());
            WorldSpec spec = new WorldSpec(
                    name,
                    wanted.seed().orElseGet(() -> derived(context.serverSeed(), name)),
                    wanted.frozenAt(),
                    context.freshCredentials().get().with(wanted.credentials()),
                    wanted.terms());
            Outcome<World, Worlds.Refusal> outcome = context.worlds().create(spec);
            boolean again = wanted.name().isEmpty()
                    && outcome.refusal()
                            .filter(refusal -> refusal == Worlds.Refusal.NAME_TAKEN)
                            .isPresent();
            if (!again) {
                return outcome.fold(world -> context.json().reply(201, view(world, visitor)), this::refused);
            }
        }
    }

    Reply list(ControlCall call) {
        return context.json()
                .reply(
                        200,
                        context.worlds().all().stream()
                                .map(world -> view(world, call.visitor()))
                                .toList());
    }

    Reply show(ControlCall call) {
        return context.json().reply(200, view(call.world(), call.visitor()));
    }

    Reply reset(ControlCall call) {
        return context.worlds()
                .reset(call.world().name())
                .fold(world -> context.json().reply(200, view(world, call.visitor())), this::refused);
    }

    Reply delete(ControlCall call) {
        return context.delete(call.path("name"), any -> true)
                .fold(world -> Reply.empty(204), refusal -> refused(refusal, call.path("name")));
    }

    Reply certificate(ControlCall call) {
        return context.worlds()
                .named(call.path("name"))
                .map(world -> context.json().reply(200, context.identities().certificate(world)))
                .orElseGet(() -> refused(Worlds.Refusal.UNKNOWN, call.path("name")));
    }

    /** Who only reads is not told what opens the world's listeners. */
    WorldView view(World world, Visitor visitor) {
        Map<String, Record> banks = new LinkedHashMap<>();
        if (visitor.readsCredentials()) {
            context.banks().forEach(bank -> banks.put(bank.bank(), bank.describe(world)));
        }
        return new WorldView(
                world.name(),
                world.seed(),
                world.spec().terms().expiresAt(),
                world.spec().terms().owner(),
                banks,
                new WorldView.Exchanges(
                        world.journal().keeps(), world.journal().forgotten(row -> true), world.generation()),
                new Memory(
                        world.findings().keeps()
                                && !context.settings().text("level").equals("lenient"),
                        world.findings().forgotten()));
    }

    private Reply refused(Worlds.Refusal refusal, String name) {
        return refusal == Worlds.Refusal.UNKNOWN
                ? context.json().problem(404, "unknown-world", context.unknownWorld(name))
                : refused(refusal);
    }

    private Reply refused(Worlds.Refusal refusal) {
        return switch (refusal) {
            case NAME_TAKEN ->
                context.json()
                        .problem(409, "world-exists", "there is a world of this name; choose another or delete it");
            case CREDENTIAL_TAKEN ->
                context.json()
                        .problem(
                                409,
                                "credential-taken",
                                "another world has this credential; choose another, or delete that world");
            case NAME_MALFORMED ->
                context.json()
                        .problem(
                                400,
                                "invalid",
                                "a name has 1 to 64 Latin letters, digits, '.', '_' or '-', the first no sign");
            case TOO_MANY ->
                context.json().problem(409, "too-many-worlds", "limits.worlds is reached; delete worlds that are done");
            case UNKNOWN ->
                context.json().problem(404, "unknown-world", "no such world; make one with POST /__sandbox/worlds");
            case MAIN_STAYS ->
                context.json()
                        .problem(
                                409,
                                "main-stays",
                                "the world main cannot be deleted; POST /__sandbox/reset empties it");
        };
    }

    private static long derived(long serverSeed, String name) {
        return (serverSeed * 0x9e3779b97f4a7c15L ^ name.hashCode() * 0xbf58476d1ce4e5b9L) >>> 16;
    }
}
