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
import kz.paysandbox.emulator.core.faults.Consequence.Answered;
import kz.paysandbox.emulator.core.faults.Subject;
import kz.paysandbox.emulator.epay.EpayEndpoint.Form;
import kz.paysandbox.emulator.epay.call.Access;
import kz.paysandbox.emulator.epay.call.Bodies;
import kz.paysandbox.emulator.epay.call.Compliance;
import kz.paysandbox.emulator.epay.call.Cors;
import kz.paysandbox.emulator.epay.call.Cryptograms;
import kz.paysandbox.emulator.epay.call.EpayCall;
import kz.paysandbox.emulator.epay.call.EpayConfig;
import kz.paysandbox.emulator.epay.call.EpayTools;
import kz.paysandbox.emulator.epay.call.EpayWire;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
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
import kz.paysandbox.emulator.http.Visit;

/** The edge of the ePay listener: admits a call, reads its body, and lets its handler answer. */
public final class EpayEdge implements Edge {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    private static final int LONGEST_TYPE = 100;

    private final EpayConfig config;
    private final EpayTools tools;
    private final Access access;
    private final Cors cors;

    public EpayEdge(Worlds worlds, EpayConfig config, Cryptograms cryptograms) {
        this.config = config;
        this.tools = new EpayTools(config, new EpayWire(config), cryptograms, new Templates());
        this.access = new Access(worlds, tools.wire());
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
        return paths(row).map(path -> new Endpoint(id, row.page(), row.method(), path, visit -> answer(known, visit)));
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
    public Optional<Reply> full(Visit visit) {
        return visit.call().method().equals("POST")
                ? Optional.of(tools.wire().refused(new Refusal(Reason.SANDBOX_FULL, SandboxFull.NOTE)))
                : Optional.empty();
    }

    @Override
    public Reply unknownRoute(Visit visit, Optional<String> nearest) {
        return cors.preflight(visit.call()).orElseGet(() -> {
            nearest.ifPresent(words -> new Compliance(config.level(), visit).finding(EpayClause.CALL_UNKNOWN, words));
            return tools.wire()
                    .refused(404, new Refusal(Reason.MALFORMED, "no such address"))
                    .because(nearest.orElse("no such address"));
        });
    }

    @Override
    public Reply wrongMethod(Visit visit) {
        return cors.preflight(visit.call()).orElseGet(() -> {
            new Compliance(config.level(), visit)
                    .finding(EpayClause.CALL_UNKNOWN, visit.call().method() + " is not a method of this address");
            return tools.wire().refused(405, new Refusal(Reason.MALFORMED, "this address takes another method"));
        });
    }

    @Override
    public Reply tooLarge(Visit visit, int limit) {
        return tools.wire().refused(413, new Refusal(Reason.MALFORMED, "the body is larger than " + limit + " bytes"));
    }

    @Override
    public Reply broken(Visit visit) {
        return tools.wire()
                .refused(500, Refusal.of(Reason.SANDBOX_FULL))
                .because("this is a bug of the sandbox; its log has the details");
    }

    @Override
    public Reply leaving(Visit visit, Reply reply) {
        return cors.permitting(visit.call(), reply);
    }

    @Override
    public Subject subjectOf(Endpoint endpoint, Visit visit) {
        return EpaySubject.of(endpoint.id(), visit.call());
    }

    @Override
    public List<AnswerCode> answerCodes() {
        return List.of(EpayWire.REASON_CODE);
    }

    @Override
    public Reply answering(Visit visit, Answered answer) {
        if (answer.code().equals(EpayWire.REASON_CODE)) {
            return tools.wire().refusedWith(Math.toIntExact(answer.number()));
        }
        return answer.number() == 401 ? unauthorized(visit) : Edge.super.answering(visit, answer);
    }

    /** As the row itself answers when time has made a token useless; the row that gives tokens out: a wrong client. */
    private Reply unauthorized(Visit visit) {
        return visit.call().path().endsWith("/oauth2/token")
                ? TokenHandlers.wrongClient(tools.wire())
                : access.expired();
    }

    private Reply answer(Row row, Visit visit) {
        Compliance compliance = new Compliance(config.level(), visit);
        return access.admit(visit, row.endpoint().guard(), compliance)
                .fold(token -> answer(row, visit, token, compliance), refused -> refused);
    }

    private Reply answer(Row row, Visit visit, Optional<AccessToken> token, Compliance compliance) {
        World world = visit.world();
        return Bodies.read(visit.call())
                .map(body -> new EpayCall(
                        visit,
                        tools,
                        world.part(EpayBank.class),
                        world.part(Callbacks.class),
                        token,
                        body,
                        base(visit.call()),
                        compliance,
                        world.now()))
                .map(call -> observed(
                        row,
                        call,
                        typed(row, call)
                                .flatMap(fine -> written(row, call))
                                .flatMap(fine -> named(row, call))
                                .flatMap(fine -> row.endpoint().handler().handle(call))
                                .fold(reply -> reply, tools.wire()::refused)))
                .orElseGet(() -> unreadable(visit.call(), compliance));
    }

    private Reply unreadable(Call call, Compliance compliance) {
        String type = call.header("Content-Type").orElse("");
        boolean form = type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded");
        Optional<String> oddity = form ? Optional.empty() : BodyText.oddity(type, call.body());
        oddity.ifPresent(found -> compliance.finding(EpayClause.BODY_ENCODING, found));
        return tools.wire()
                .refused(new Refusal(
                        Reason.MALFORMED,
                        "the body is not what its Content-Type says",
                        oddity.orElseGet(() -> Bodies.mistake(call))));
    }

    /** Payment, charge and invoice pages: the body is JSON. */
    private static Outcome<Boolean, Refusal> typed(Row row, EpayCall call) {
        if (row.form() != Form.JSON || call.body().kind() == Bodies.Kind.NONE) {
            return Outcome.ok(true);
        }
        String type = call.visit().call().header("Content-Type").orElse("absent");
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
