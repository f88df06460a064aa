package kz.paysandbox.emulator.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kz.paysandbox.emulator.control.ControlEndpoint.Payload;
import kz.paysandbox.emulator.control.access.ControlAccess;
import kz.paysandbox.emulator.control.access.Reach;
import kz.paysandbox.emulator.control.access.Visitor;
import kz.paysandbox.emulator.control.call.ControlCall;
import kz.paysandbox.emulator.control.call.ControlContext;
import kz.paysandbox.emulator.control.call.ControlJson;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.secrets.Escapes;
import kz.paysandbox.emulator.core.settings.Complaint;
import kz.paysandbox.emulator.core.settings.Suggestion;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.JsonMistake;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.SandboxFull;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.Values;

/** The edge of the control surface: who may pass, which world is meant, what the body says. */
public final class ControlEdge implements Edge {

    private static final String WORLD_HEADER = "X-Sandbox-World";
    private static final String WORLD_PARAMETER = "world";
    private static final int MOST_SHOWN = 5;

    /** Rows that leave something behind. */
    private static final Set<String> ADDS = Set.of(
            "/__sandbox/worlds",
            "/__sandbox/faults",
            "/__sandbox/scenarios",
            "/__sandbox/tradepoints",
            "/__sandbox/organizations");

    private final ControlContext context;
    private final Worlds worlds;
    private final ControlAccess access;
    private final ScopeGuard guard;
    private final ControlJson json;
    private final List<String> paths;

    public ControlEdge(ControlContext context, ControlAccess access, List<ControlEndpoint> table) {
        this.context = context;
        this.worlds = context.worlds();
        this.access = access;
        this.guard = new ScopeGuard(context);
        this.json = context.json();
        this.paths = table.stream().map(ControlEndpoint::path).distinct().toList();
    }

    /** The rows for the listener. */
    public List<Endpoint> endpoints(List<ControlEndpoint> table) {
        return table.stream()
                .map(row -> new Endpoint(
                        "control " + row.path(),
                        "",
                        row.method(),
                        row.path(),
                        worldCall -> answer(worldCall, row),
                        new Endpoint.Traits(
                                row.payload() == Payload.FILE ? ArchiveHandlers.MOST_BYTES : 0,
                                row.reach().tellsOfWorlds())))
                .toList();
    }

    @Override
    public Optional<World> worldOf(Call call) {
        return selected(call).flatMap(worlds::named);
    }

    /** As the call says; else the one that its token is for. */
    private Optional<String> selected(Call call) {
        return worldName(call).or(() -> access.visitor(call).value().flatMap(Visitor::onlyWorld));
    }

    /** By the header; what only reads may say it in its query too, as an image's address or a browser's stream must. */
    private static Optional<String> worldName(Call call) {
        return call.header(WORLD_HEADER)
                .or(() -> Optional.ofNullable(
                        Method.GET.name().equals(call.method()) || "HEAD".equals(call.method())
                                ? call.query().get(WORLD_PARAMETER)
                                : null));
    }

    @Override
    public World worldOfStranger(Call call) {
        return worlds.main();
    }

    /** What makes room, as a reset, is still done. */
    @Override
    public Optional<Reply> full(WorldCall worldCall) {
        String path = Escapes.percentDecoded(worldCall.call().path()).replaceAll("/++$", "");
        return worldCall.call().method().equals("POST") && ADDS.contains(path)
                ? Optional.of(json.problem(503, "sandbox-full", SandboxFull.NOTE))
                : Optional.empty();
    }

    @Override
    public boolean isJournaled() {
        return false;
    }

    @Override
    public Reply unknownRoute(WorldCall worldCall, Optional<String> nearest) {
        return refused(worldCall.call()).orElseGet(() -> unknownPath(worldCall));
    }

    private Reply unknownPath(WorldCall worldCall) {
        String path = worldCall.call().path();
        Optional<String> near = Suggestion.of(path, paths);
        return json.problem(
                404,
                "unknown-path",
                new Complaint(
                        "nothing is at " + path
                                + near.map(suggestion -> "; did you mean " + suggestion + "?")
                                        .orElse("; emulator/CONTROL.md lists every call"),
                        near));
    }

    @Override
    public Reply wrongMethod(WorldCall worldCall) {
        return refused(worldCall.call())
                .orElseGet(() -> json.problem(
                        405,
                        "wrong-method",
                        worldCall.call().path() + " does not take "
                                + worldCall.call().method()));
    }

    @Override
    public Reply tooLarge(WorldCall worldCall, int limit) {
        return refused(worldCall.call())
                .orElseGet(() -> json.problem(413, "too-large", "a body may have at most " + limit + " bytes"));
    }

    @Override
    public Reply broken(WorldCall worldCall) {
        return json.problem(500, "bug", "this is a bug of the sandbox; its log has the details");
    }

    @Override
    public Reply notKept(String problem) {
        return json.problem(503, "not-kept", problem);
    }

    private Reply answer(WorldCall worldCall, ControlEndpoint row) {
        Call call = worldCall.call();
        if (row.reach() == Reach.OPEN) {
            return access.refusalOfAnybody(call)
                    .map(this::notAllowed)
                    .orElseGet(() -> read(worldCall, row, Visitor.anybody()));
        }
        return access.visitor(call)
                .fold(
                        visitor -> guard.answer(
                                worldCall,
                                row,
                                visitor,
                                selected(call).orElse(Worlds.MAIN),
                                () -> read(worldCall, row, visitor)),
                        this::notAllowed);
    }

    private Reply read(WorldCall worldCall, ControlEndpoint row, Visitor visitor) {
        Call call = worldCall.call();
        return mistaken(call, row).orElseGet(() -> {
            Optional<Map<String, Object>> body =
                    row.payload().isRead() ? Optional.of(Map.of()) : json.object(call.body());
            return body.map(object -> handled(worldCall, row, visitor, object))
                    .orElseGet(() -> json.problem(400, "malformed", JsonMistake.words(call.body())));
        });
    }

    private Reply handled(WorldCall worldCall, ControlEndpoint row, Visitor visitor, Map<String, Object> body) {
        if (row.payload() == Payload.NONE && !body.isEmpty()) {
            return json.problem(
                    400,
                    "unexpected-body",
                    row.method() + " " + row.path() + " takes no body, and was sent "
                            + body.keySet().stream().limit(MOST_SHOWN).toList());
        }
        Mistakes mistakes = new Mistakes();
        Values query = new Values(row.query().get().read(InputNode.ofQuery(ownQuery(worldCall.call(), row)), mistakes));
        return mistakes.isEmpty()
                ? row.handler().handle(new ControlCall(worldCall.world(), visitor, worldCall.call(), query, body))
                : json.problem(400, "invalid", mistakes.complaint());
    }

    private Optional<Reply> refused(Call call) {
        return access.visitor(call).refusal().map(this::notAllowed);
    }

    private Reply notAllowed(String reason) {
        return json.problem(403, "not-allowed", reason);
    }

    /** The header names no world, or the query what the row does not have. */
    private Optional<Reply> mistaken(Call call, ControlEndpoint row) {
        return worldName(call)
                .filter(name -> worlds.named(name).isEmpty())
                .map(name -> json.problem(404, "unknown-world", context.unknownWorld(name)))
                .or(() -> contradiction(call, row))
                .or(() -> unknownParameter(
                                ownQuery(call, row).keySet(),
                                new TreeSet<>(row.query().get().keys()))
                        .map(complaint -> json.problem(400, "unknown-parameter", complaint)));
    }

    /** The header and the query name two worlds. */
    private Optional<Reply> contradiction(Call call, ControlEndpoint row) {
        return call.header(WORLD_HEADER)
                .filter(name -> row.method() == Method.GET)
                .filter(name ->
                        !call.query().getOrDefault(WORLD_PARAMETER, name).equals(name))
                .map(name -> json.problem(
                        400, "invalid", "the header X-Sandbox-World and the query's world name two worlds; send one"));
    }

    /** The query without the world that every row that reads takes. */
    private static Map<String, String> ownQuery(Call call, ControlEndpoint row) {
        if (row.method() != Method.GET || !call.query().containsKey(WORLD_PARAMETER)) {
            return call.query();
        }
        Map<String, String> own = new LinkedHashMap<>(call.query());
        own.remove(WORLD_PARAMETER);
        return own;
    }

    private static Optional<Complaint> unknownParameter(Set<String> given, Set<String> known) {
        List<Complaint> unknown = given.stream()
                .filter(name -> !name.isEmpty() && !known.contains(name))
                .map(name -> known.isEmpty()
                        ? Complaint.of("this call takes no query parameters")
                        : Complaint.unknown("query parameter", name, known))
                .toList();
        return unknown.isEmpty() ? Optional.empty() : Optional.of(Complaint.all(unknown));
    }
}
