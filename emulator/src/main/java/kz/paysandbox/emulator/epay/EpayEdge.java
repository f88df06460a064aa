package kz.paysandbox.emulator.epay;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.World;
import kz.paysandbox.emulator.core.Worlds;
import kz.paysandbox.emulator.core.data.Bytes;
import kz.paysandbox.emulator.core.faults.Effect;
import kz.paysandbox.emulator.core.faults.Subject;
import kz.paysandbox.emulator.core.journal.Exchange;
import kz.paysandbox.emulator.epay.callbacks.Callbacks;
import kz.paysandbox.emulator.epay.domain.AccessToken;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.Reason;
import kz.paysandbox.emulator.epay.domain.Refusal;
import kz.paysandbox.emulator.epay.payform.Templates;
import kz.paysandbox.emulator.http.Call;
import kz.paysandbox.emulator.http.Edge;
import kz.paysandbox.emulator.http.Endpoint;
import kz.paysandbox.emulator.http.Reply;
import kz.paysandbox.emulator.http.Visit;

/** The edge of the ePay listener: admits a call, reads its body, and lets its handler answer. */
public final class EpayEdge implements Edge {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9.-]{1,253}(:\\d{1,5})?|\\[[0-9A-Fa-f:.]{2,45}](:\\d{1,5})?");

    private final EpayConfig config;
    private final EpayTools tools;
    private final Access access;

    public EpayEdge(Worlds worlds, EpayConfig config, Cryptograms cryptograms) {
        this.config = config;
        this.tools = new EpayTools(config, new EpayWire(config), cryptograms, new Templates());
        this.access = new Access(worlds, tools.wire());
    }

    /** The bank's table for its listener: each path bare and, as on the older hosts, with a prefix. */
    public List<Endpoint> endpoints(List<EpayEndpoint> table) {
        return table.stream()
                .flatMap(row -> paths(row)
                        .map(path ->
                                new Endpoint(row.id(), row.page(), row.method(), path, visit -> answer(row, visit))))
                .toList();
    }

    private static Stream<String> paths(EpayEndpoint row) {
        if (row.path().contains("payform")) {
            return Stream.of(row.path());
        }
        Stream<String> both = Stream.of(row.path(), "/api" + row.path());
        return row.path().equals("/oauth2/token") ? Stream.concat(both, Stream.of("/epay2/oauth2/token")) : both;
    }

    @Override
    public World worldOf(Call call) {
        return access.worldOf(call);
    }

    @Override
    public Reply unknownRoute(Visit visit) {
        return tools.wire().refused(404, new Refusal(Reason.MALFORMED, "no such address"));
    }

    @Override
    public Reply wrongMethod(Visit visit) {
        return tools.wire().refused(405, new Refusal(Reason.MALFORMED, "this address takes another method"));
    }

    @Override
    public Reply tooLarge(Visit visit, int limit) {
        return tools.wire().refused(413, new Refusal(Reason.MALFORMED, "the body is larger than " + limit + " bytes"));
    }

    @Override
    public Reply broken(Visit visit) {
        visit.note("this is a bug of the sandbox; its log has the details");
        return tools.wire().refused(500, Refusal.of(Reason.SANDBOX_FULL));
    }

    @Override
    public Exchange.Message written(Call call) {
        return Written.of(call);
    }

    @Override
    public Bytes written(Reply reply) {
        return Written.masked(reply.body());
    }

    @Override
    public Subject subjectOf(Endpoint endpoint, Visit visit) {
        return EpaySubject.of(endpoint.id(), visit.call());
    }

    @Override
    public Optional<Reply> answering(Visit visit, Effect.Answer answer) {
        return answer.kind() == Effect.Answer.Kind.REASON_CODE
                ? Optional.of(tools.wire().refusedWith(Math.toIntExact(answer.code())))
                : Edge.super.answering(visit, answer);
    }

    private Reply answer(EpayEndpoint row, Visit visit) {
        Conduct conduct = new Conduct(config.level(), visit);
        return access.admit(visit, row.guard(), conduct)
                .fold(token -> answer(row, visit, token, conduct), refused -> refused);
    }

    private Reply answer(EpayEndpoint row, Visit visit, Optional<AccessToken> token, Conduct conduct) {
        World world = visit.world();
        return Bodies.read(visit.call())
                .map(body -> row.handler()
                        .handle(new EpayCall(
                                visit,
                                tools,
                                world.part(EpayBank.class),
                                world.part(Callbacks.class),
                                token,
                                body,
                                base(visit.call()),
                                conduct,
                                world.now())))
                .orElseGet(() -> tools.wire()
                        .refused(new Refusal(Reason.MALFORMED, "the body is not what its Content-Type says")));
    }

    private String base(Call call) {
        if (!config.publicUrl().isEmpty()) {
            return config.publicUrl().replaceAll("/+$", "");
        }
        String host = call.header("Host")
                .filter(named -> HOST.matcher(named).matches())
                .orElse("localhost");
        return (call.peer().protocol().isEmpty() ? "http://" : "https://") + host;
    }
}
