package kz.paysandbox.emulator.epay.call;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.data.BodyText;
import kz.paysandbox.emulator.core.fields.Blanks;
import kz.paysandbox.emulator.core.fields.FieldReader;
import kz.paysandbox.emulator.core.fields.Fields;
import kz.paysandbox.emulator.core.fields.Malformed;
import kz.paysandbox.emulator.core.fields.Scalar;
import kz.paysandbox.emulator.epay.domain.EpayBank;
import kz.paysandbox.emulator.epay.domain.codes.Reason;
import kz.paysandbox.emulator.epay.domain.codes.Refusal;
import kz.paysandbox.emulator.epay.domain.tokens.AccessToken;
import kz.paysandbox.emulator.epay.domain.tokens.Shop;
import kz.paysandbox.emulator.epay.rules.AnsweredCall;
import kz.paysandbox.emulator.epay.rules.EpayClause;
import kz.paysandbox.emulator.epay.rules.Operation;
import kz.paysandbox.emulator.epay.rules.ProtocolRules;
import kz.paysandbox.emulator.epay.wire.RequestNames;
import kz.paysandbox.emulator.http.WorldCall;

/**
 * An admitted call on its way to its handler.
 *
 * @param access the caller's token; empty on open rows
 * @param base where the caller reaches us, as {@code https://localhost:8546}
 * @param now the world's time, the same for all that this call does
 */
public record EpayCall(
        WorldCall worldCall,
        EpayServices services,
        EpayBank bank,
        Optional<AccessToken> access,
        BodyReader.Body body,
        String base,
        Compliance compliance,
        Instant now) {

    /** Fields that people write. */
    private static final Set<String> FREE_TEXTS =
            Set.of("description", "name", "data", "address", "comment", "payment");

    /** The rules that watch this world's callers. */
    public ProtocolRules protocolRules() {
        return worldCall.world().part(ProtocolRules.class);
    }

    /** Lets the rules look at it, now that it is answered. */
    public void observe(Operation operation, int status) {
        protocolRules().look(new AnsweredCall(operation, worldCall, body.fields(), access, bank, status, now));
    }

    public AccessToken token() {
        return access.orElseThrow();
    }

    public Shop shop() {
        return token().shop();
    }

    public EpayWire wire() {
        return services.wire();
    }

    /** A parameter of the row's path. */
    public String path(String name) {
        return worldCall.call().pathParameters().getOrDefault(name, "");
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(worldCall.call().query().get(name)).filter(value -> !value.isBlank());
    }

    /** A field that is text whatever it was sent as; empty where there is none. */
    public String text(String name) {
        return body.fields()
                .find(name)
                .map(Fields.NamedScalar::value)
                .filter(value -> value.type() != Scalar.Type.NULL && value.type() != Scalar.Type.NESTED)
                .map(value -> value.text().strip())
                .orElse("");
    }

    public boolean flag(String name) {
        return text(name).equalsIgnoreCase("true");
    }

    /** How the body is written, whatever the row: its encoding, names that stand twice, blanks around values. */
    public Outcome<Boolean, Refusal> written() {
        String type = worldCall.call().header("Content-Type").orElse("");
        Optional<String> oddity = body.kind() == BodyReader.Kind.JSON
                ? BodyText.oddity(type, worldCall.call().body())
                : body.values().values().stream().anyMatch(value -> value.text().indexOf('\uFFFD') >= 0)
                        ? Optional.of("the form has bytes that are no UTF-8")
                        : Optional.empty();
        return oddity.map(found -> compliance
                        .deviates(EpayClause.BODY_ENCODING, found)
                        .flatMap(accepted -> services.config().form().utf8Only() && body.kind() == BodyReader.Kind.JSON
                                ? Refusal.refuse(Reason.MALFORMED, found)
                                : Outcome.ok(true)))
                .orElseGet(() -> Outcome.ok(true))
                .flatMap(accepted -> compliance.judge(new FieldReader(body.fields()).deviations()))
                .flatMap(accepted -> padded());
    }

    private Outcome<Boolean, Refusal> padded() {
        boolean form = body.kind() == BodyReader.Kind.URL_ENCODED;
        String text = form ? worldCall.call().body().text() : "";
        return text.strip().equals(text)
                ? unpadded()
                : compliance
                        .deviates(EpayClause.VALUE_BLANKS, "the form begins or ends with blanks")
                        .flatMap(accepted -> unpadded());
    }

    /** Whether values stand without blanks around them. */
    public Outcome<Boolean, Refusal> unpadded() {
        return compliance.judge(Blanks.around(body.values(), FREE_TEXTS));
    }

    /** Whether the row's page lists all names of body and query; a name that nobody reads loses its value. */
    public Outcome<Boolean, Refusal> named(RequestNames names) {
        return compliance.judge(Stream.of(
                        names.body().judge(body.values().keySet(), names.place()),
                        names.query().judge(worldCall.call().query().keySet(), "the query"),
                        new FieldReader(Fields.of(Map.of(), worldCall.call().repeatedInQuery())).deviations())
                .flatMap(List::stream)
                .toList());
    }

    /** Reads the body, or says what stood in the way; deviations are judged before anything is done. */
    public <T> Outcome<T, Refusal> read(Function<FieldReader, T> reader) {
        FieldReader in = new FieldReader(body.fields().onceTold());
        T message = reader.apply(in);
        return in.finish(() -> message)
                .<Outcome<T, Refusal>>fold(Outcome::ok, malformed -> Refusal.refuse(Reason.MALFORMED, words(malformed)))
                .flatMap(read -> compliance.judge(in.deviations()).map(accepted -> read));
    }

    private static String words(Malformed malformed) {
        return malformed.problems().stream()
                .map(problem -> problem.field() + words(problem.kind()))
                .collect(Collectors.joining("; "));
    }

    private static String words(Malformed.Kind kind) {
        return switch (kind) {
            case MISSING -> " is missing";
            case NOT_A_STRING -> " must be a string";
            case NOT_A_NUMBER -> " must be a number";
            case NOT_WHOLE -> " must be a whole number";
            case TOO_LONG -> " is too long";
            case NOT_ALLOWED -> " holds what is not allowed";
        };
    }
}
