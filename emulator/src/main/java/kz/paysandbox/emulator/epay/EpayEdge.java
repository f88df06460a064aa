package kz.paysandbox.emulator.epay;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.data.BodyText;
import kz.paysandbox.emulator.core.data.Excerpt;
import kz.paysandbox.emulator.core.faults.AnswerCode;
import kz.paysandbox.emulator.core.faults.CallAttributes;
import kz.paysandbox.emulator.core.faults.Consequence.CodeAnswer;
import kz.paysandbox.emulator.epay.EpayEndpoint.Form;
import kz.paysandbox.emulator.epay.call.Access;
import kz.paysandbox.emulator.epay.call.BodyReader;
import kz.paysandbox.emulator.epay.call.Compliance;
import kz.paysandbox.emulator.epay.call.Cors;
import kz.paysandbox.emulator.epay.call.Cryptograms;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayServices;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.payform.Templates;
import kz.paysandbox.emulator.epay.rows.TokenHandlers;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.epay.wire.RequestNames;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.SandboxFull;
import kz.paysandbox.emulator.http.WorldCall;

/** The edge of the ePay listener: admits a call, reads its body, and lets its handler answer. */
final class EpayEdge implements Edge {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    private static final int LONGEST_TYPE = 100;

    private final EpayConfig config;
    private final EpayServices services;
    private final Access access;
    private final Cors cors;

    public EpayEdge(Worlds worlds, EpayConfig config, Cryptograms cryptograms) {
        this.config = config;
        this.services = new EpayServices(config, new EpayWire(config), cryptograms, new Templates());
        this.access = new Access(worlds, services.wire());
        this.cors = new Cors(config.form().cors());
    }

    /** The bank's table for its listener: each path bare and, as on the older hosts, with a prefix. */
    public List<Endpoint> endpoints(List<EpayEndpoint> table) {
        return table.stream().flatMap(this::endpoints).toList();
    }

    /** A row with what is derived from it once, since every request needs it. */
    private record Row(EpayEndpoint endpoint, Optional<RequestNames> names) {

        Form form() {
            return endpoint.form();
        }
    }

    private Stream<Endpoint> endpoints(EpayEndpoint row) {
        String id = row.id();
        Row known = new Row(row, RequestNames.of(id));
        return paths(row)
                .map(path -> new Endpoint(id, row.page(), row.method(), path, worldCall -> answer(known, worldCall)));
    }

    private static Stream<String> paths(EpayEndpoint row) {
        if (row.path().contains("payform")) {
            return Stream.of(row.path());
        }
        Stream<String> both = Stream.of(row.path(), "/api" + row.path());
        return row.path().equals("/oauth2/token") ? Stream.concat(both, Stream.of("/epay2/oauth2/token")) : both;
    }

    @Override
    public Optional<World> worldOf(Call call) {
        return access.worldOf(call);
    }

    @Override
    public World worldOfStranger(Call call) {
        return access.worldOfStranger(call);
    }

    /** Everything that creates is a POST; statuses can still be asked for. */
    @Override
    public Optional<Reply> full(WorldCall worldCall) {
        return worldCall.call().method().equals("POST")
                ? Optional.of(services.wire().refused(new Refusal(Reason.SANDBOX_FULL, SandboxFull.NOTE)))
                : Optional.empty();
    }

    @Override
    public Reply unknownRoute(WorldCall worldCall, Optional<String> nearest) {
        return cors.preflight(worldCall.call()).orElseGet(() -> {
            nearest.ifPresent(
                    words -> new Compliance(config.level(), worldCall).finding(EpayClause.CALL_UNKNOWN, words));
            return services.wire()
                    .refused(404, new Refusal(Reason.MALFORMED, "no such address"))
                    .because(nearest.orElse("no such address"));
        });
    }

    @Override
    public Reply wrongMethod(WorldCall worldCall) {
        return cors.preflight(worldCall.call()).orElseGet(() -> {
            new Compliance(config.level(), worldCall)
                    .finding(EpayClause.CALL_UNKNOWN, worldCall.call().method() + " is not a method of this address");
            return services.wire().refused(405, new Refusal(Reason.MALFORMED, "this address takes another method"));
        });
    }

    @Override
    public Reply tooLarge(WorldCall worldCall, int limit) {
        return services.wire()
                .refused(413, new Refusal(Reason.MALFORMED, "the body is larger than " + limit + " bytes"));
    }

    @Override
    public Reply broken(WorldCall worldCall) {
        return services.wire()
                .refused(500, Refusal.of(Reason.SANDBOX_FULL))
                .because("this is a bug of the sandbox; its log has the details");
    }

    @Override
    public Reply leaving(WorldCall worldCall, Reply reply) {
        return cors.permitting(worldCall.call(), reply);
    }

    @Override
    public CallAttributes subjectOf(Endpoint endpoint, WorldCall worldCall) {
        return EpayCallAttributes.of(endpoint.id(), worldCall.call());
    }

    @Override
    public List<AnswerCode> answerCodes() {
        return List.of(EpayWire.REASON_CODE);
    }

    @Override
    public Reply answering(WorldCall worldCall, CodeAnswer answer) {
        if (answer.code().equals(EpayWire.REASON_CODE)) {
            return services.wire().refusedWith(Math.toIntExact(answer.number()));
        }
        return answer.number() == 401 ? unauthorized(worldCall) : Edge.super.answering(worldCall, answer);
    }

    /** As the row itself answers when time has made a token useless; the row that gives tokens out: a wrong client. */
    private Reply unauthorized(WorldCall worldCall) {
        return worldCall.call().path().endsWith("/oauth2/token")
                ? TokenHandlers.wrongClient(services.wire())
                : access.expired();
    }

    private Reply answer(Row row, WorldCall worldCall) {
        Compliance compliance = new Compliance(config.level(), worldCall);
        return access.admit(worldCall, row.endpoint().requirement(), compliance)
                .fold(token -> answer(row, worldCall, token, compliance), refused -> refused);
    }

    private Reply answer(Row row, WorldCall worldCall, Optional<AccessToken> token, Compliance compliance) {
        World world = worldCall.world();
        return BodyReader.read(worldCall.call())
                .map(body -> new EpayCall(
                        worldCall,
                        services,
                        world.part(EpayBank.class),
                        token,
                        body,
                        base(worldCall.call()),
                        compliance,
                        world.now()))
                .map(call -> observed(
                        row,
                        call,
                        typed(row, call)
                                .flatMap(fine -> written(row, call))
                                .flatMap(fine -> named(row, call))
                                .flatMap(fine -> row.endpoint().handler().handle(call))
                                .fold(reply -> reply, services.wire()::refused)))
                .orElseGet(() -> unreadable(worldCall.call(), compliance));
    }

    private Reply unreadable(Call call, Compliance compliance) {
        String type = call.header("Content-Type").orElse("");
        boolean form = type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
        Optional<String> oddity = form ? Optional.empty() : BodyText.oddity(type, call.body());
        oddity.ifPresent(found -> compliance.finding(EpayClause.BODY_ENCODING, found));
        return services.wire()
                .refused(new Refusal(
                        Reason.MALFORMED,
                        "the body is not what its Content-Type says",
                        oddity.orElseGet(() -> BodyReader.mistake(call))));
    }

    /** Payment, charge and invoice pages: the body is JSON. */
    private static Outcome<Boolean, Refusal> typed(Row row, EpayCall call) {
        if (row.form() != Form.JSON || call.body().kind() == BodyReader.Kind.NONE) {
            return Outcome.ok(true);
        }
        String type = call.worldCall().call().header("Content-Type").orElse("absent");
        boolean wrong = !type.toLowerCase(Locale.ROOT).startsWith("application/json");
        return wrong
                ? call.compliance().deviates(EpayClause.CONTENT_TYPE, "Content-Type: " + shown(type))
                : Outcome.ok(true);
    }

    /** What is wrong with a token's form is said as its own row says it. */
    private static Outcome<Boolean, Refusal> written(Row row, EpayCall call) {
        return row.form() == Form.TOKEN_REQUEST ? Outcome.ok(true) : call.written();
    }

    /** Names of a payment page's object and of a token's fields are judged by their own handlers. */
    private static Outcome<Boolean, Refusal> named(Row row, EpayCall call) {
        return row.names().map(call::named).orElseGet(() -> Outcome.ok(true));
    }

    /** The rules look once a call is answered; a payment page's fields are looked at by its own handler. */
    private static Reply observed(Row row, EpayCall call, Reply reply) {
        if (row.form() == Form.PAYMENT_OBJECT) {
            return reply;
        }
        if (reply.later().isPresent()) {
            return Reply.later(reply.later().get().thenApply(ready -> observed(row, call, ready)));
        }
        call.worldCall().answered(reply);
        call.observe(row.endpoint().operation(), reply.status());
        return reply;
    }

    private static String shown(String type) {
        return Excerpt.of(type, LONGEST_TYPE);
    }

    private String base(Call call) {
        if (!config.publicUrl().isEmpty()) {
            return config.publicUrl();
        }
        String host = call.header("Host")
                .filter(named -> HOST.matcher(named).matches())
                .orElse("localhost");
        return (call.peer().protocol().isEmpty() ? "http://" : "https://") + host;
    }
}
