package kz.paysandbox.emulator.kaspi;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Level;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.data.BodyText;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.CallAttributes;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.core.fields.FieldReader;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.KnownNames;
import kz.paysandbox.emulator.core.journal.Clause;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.SandboxFull;
import kz.paysandbox.emulator.http.WorldCall;
import kz.paysandbox.emulator.kaspi.call.CallFields;
import kz.paysandbox.emulator.kaspi.call.Caller;
import kz.paysandbox.emulator.kaspi.call.Compliance;
import kz.paysandbox.emulator.kaspi.call.KaspiCall;
import kz.paysandbox.emulator.kaspi.call.KaspiConfig;
import kz.paysandbox.emulator.kaspi.call.KaspiServices;
import kz.paysandbox.emulator.kaspi.call.KaspiWire;
import kz.paysandbox.emulator.kaspi.domain.KaspiBank;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.codes.Reason;
import kz.paysandbox.emulator.kaspi.domain.codes.Refusal;
import kz.paysandbox.emulator.kaspi.rules.AnsweredCall;
import kz.paysandbox.emulator.kaspi.rules.KaspiClause;
import kz.paysandbox.emulator.kaspi.rules.ProtocolRules;
import kz.paysandbox.emulator.kaspi.wire.RequestNames;

/** The edge of one scheme: admits a call, reads its fields, lets its handler answer, folds that into the envelope. */
final class KaspiEdge implements Edge {

    private static final String BUG = "this is a bug of the sandbox; its log has the details";

    private final Scheme scheme;
    private final KaspiConfig config;
    private final KaspiWire wire;
    private final KaspiServices services;
    private final Access access;

    public KaspiEdge(Scheme scheme, Worlds worlds, KaspiConfig config, KaspiWire wire) {
        this.scheme = scheme;
        this.config = config;
        this.wire = wire;
        this.services = new KaspiServices(wire, config.answers().repelPolling());
        this.access = new Access(worlds, config, wire);
    }

    /** This scheme's rows of the bank's table, for its listener. */
    public List<Endpoint> endpoints(List<KaspiEndpoint> table) {
        return table.stream()
                .filter(row -> row.scheme() == scheme)
                .map(this::endpoint)
                .toList();
    }

    /** A row with what is derived from it once, since every request needs it. */
    private record Row(KaspiEndpoint endpoint, String id, KnownNames names) {}

    private Endpoint endpoint(KaspiEndpoint row) {
        boolean organization = row.bin() == KaspiEndpoint.Bin.REQUIRED || row.bin() == KaspiEndpoint.Bin.EXPECTED;
        Row known = new Row(row, row.id(), RequestNames.of(scheme.label(), row.id(), organization));
        return new Endpoint(known.id(), row.section(), row.method(), row.path(), worldCall -> answer(known, worldCall));
    }

    @Override
    public Optional<World> worldOf(Call call) {
        return access.worldOf(call, scheme);
    }

    @Override
    public World worldOfStranger(Call call) {
        return access.worldOfStranger(call);
    }

    /** Everything that creates is a POST; statuses can still be asked for. */
    @Override
    public Optional<Reply> full(WorldCall worldCall) {
        return worldCall.call().method().equals("POST")
                ? Optional.of(wire.refused(Refusal.of(Reason.SANDBOX_FULL, SandboxFull.NOTE)))
                : Optional.empty();
    }

    @Override
    public Reply unknownRoute(WorldCall worldCall, Optional<String> nearest) {
        return config.answers().routeEnvelope()
                ? malformed(404, "неизвестный адрес", misdirected(worldCall))
                : Reply.empty(404).because(misdirected(worldCall));
    }

    @Override
    public Reply wrongMethod(WorldCall worldCall) {
        return Reply.empty(config.answers().wrongMethod()).because(misdirected(worldCall));
    }

    /** Says what a call that no row takes should be; what browsers ask a host for is no call. */
    private String misdirected(WorldCall worldCall) {
        String words = RouteAdvice.words(worldCall.call(), scheme);
        if (worldCall.call().method().equals("POST") || RouteAdvice.isOfScheme(worldCall.call())) {
            new Compliance(config.level(), worldCall).finding(KaspiClause.CALL_UNKNOWN, words);
        }
        return words;
    }

    @Override
    public Reply tooLarge(WorldCall worldCall, int limit) {
        return malformed(
                config.answers().tooLarge(),
                "тело запроса больше " + limit + " байт",
                "the body is larger than " + limit + " bytes (setting limits.body)");
    }

    @Override
    public Reply broken(WorldCall worldCall) {
        return wire.refused(500, Refusal.of(Reason.SANDBOX_FULL, BUG));
    }

    @Override
    public Optional<Clause> oldTls() {
        return config.level() == Level.LENIENT ? Optional.empty() : Optional.of(KaspiClause.TLS_TOO_OLD);
    }

    @Override
    public CallAttributes subjectOf(Endpoint endpoint, WorldCall worldCall) {
        return KaspiCallAttributes.of(
                endpoint.id(),
                worldCall,
                CallFields.of(worldCall.call()).value().orElse(Fields.NONE));
    }

    @Override
    public List<AnswerCode> answerCodes() {
        return List.of(KaspiWire.STATUS_CODE);
    }

    @Override
    public Reply answering(WorldCall worldCall, CodeAnswer answer) {
        return answer.code().equals(KaspiWire.STATUS_CODE)
                ? wire.coded(answer.number())
                : Edge.super.answering(worldCall, answer);
    }

    private Reply answer(Row row, WorldCall worldCall) {
        return access.admit(worldCall, scheme).fold(caller -> answer(row, worldCall, caller), refused -> refused);
    }

    private Reply answer(Row row, WorldCall worldCall, Caller caller) {
        Compliance compliance = new Compliance(config.level(), worldCall);
        Outcome<Fields, Refusal> fields = CallFields.of(worldCall.call());
        Outcome<Boolean, Refusal> unique = compliance.judgeRequestId(
                row.id(), worldCall.world().part(ProtocolRules.class).requestIds());
        Outcome<Optional<Object>, Refusal> outcome = compliance
                .judgeHeaders()
                .flatMap(accepted -> unique)
                .flatMap(accepted -> encoded(worldCall.call(), compliance))
                .flatMap(accepted -> fields)
                .flatMap(read -> compliance
                        .judge(deviations(row.names(), read, worldCall.call()))
                        .flatMap(
                                accepted -> call(row.endpoint(), worldCall, caller, compliance, new FieldReader(read))))
                .flatMap(row.endpoint().handler()::handle);
        Reply reply = outcome.fold(wire::success, wire::refused);
        worldCall.answered(reply);
        observe(row, worldCall, fields.value().orElse(Fields.NONE), outcome);
        return reply;
    }

    private Outcome<Boolean, Refusal> encoded(Call call, Compliance compliance) {
        Optional<String> oddity = call.method().equals("POST")
                ? BodyText.oddity(call.header("Content-Type").orElse(""), call.body())
                : Optional.empty();
        return oddity.map(found -> compliance
                        .deviates(KaspiClause.BODY_ENCODING, found)
                        .flatMap(accepted -> config.answers().utf8Only()
                                ? Refusal.refuse(Reason.MALFORMED, "тело запроса не в UTF-8", found)
                                : Outcome.ok(true)))
                .orElseGet(() -> Outcome.ok(true));
    }

    /**
     * Names in the body of a POST and in the query of a GET, where the document's tables place them; those in the path are
     * the row's own.
     */
    private static List<Deviation> deviations(KnownNames names, Fields fields, Call call) {
        Collection<String> given = fields.names();
        if (!call.pathParameters().isEmpty()) {
            given = new ArrayList<>(given);
            given.removeAll(call.pathParameters().keySet());
        }
        boolean post = call.method().equals("POST");
        List<Deviation> deviations = names.judge(given, post ? "the body" : "the query");
        return !post || call.query().isEmpty()
                ? deviations
                : Stream.concat(
                                deviations.stream(),
                                KnownNames.none().judge(call.query().keySet(), "the query").stream())
                        .toList();
    }

    private void observe(Row row, WorldCall worldCall, Fields fields, Outcome<Optional<Object>, Refusal> outcome) {
        World world = worldCall.world();
        if (config.level() != Level.LENIENT && world.findings().keeps()) {
            world.part(ProtocolRules.class)
                    .look(new AnsweredCall(
                            scheme,
                            row.endpoint().operation(),
                            worldCall,
                            fields,
                            world.part(KaspiBank.class),
                            outcome.refusal().map(Refusal::reason),
                            world.now()));
        }
    }

    private Outcome<KaspiCall, Refusal> call(
            KaspiEndpoint row, WorldCall worldCall, Caller caller, Compliance compliance, FieldReader in) {
        World world = worldCall.world();
        KaspiBank bank = world.part(KaspiBank.class);
        Instant now = world.now();
        return ActingBins.of(row, caller, bank, compliance, in)
                .map(bins -> new KaspiCall(world, bank, services, caller, bins, in, compliance, now));
    }

    private Reply malformed(int status, String detail, String why) {
        return wire.refused(status, new Refusal(Reason.MALFORMED, detail, why));
    }
}
