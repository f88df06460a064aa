package kz.paysandbox.gateway.http.server;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import kz.paysandbox.gateway.address.AddressList;
import kz.paysandbox.gateway.http.access.ClientAddress;
import kz.paysandbox.gateway.http.route.Call;
import kz.paysandbox.gateway.http.route.Family;
import kz.paysandbox.gateway.http.route.Fields;
import kz.paysandbox.gateway.payment.Refusal;
import kz.paysandbox.gateway.payment.RefusalCode;

/** Reads requests out of Javalin and Jetty. */
final class RequestReader {
    private static final Set<Family> FORMS = Set.of(Family.WRAPPER, Family.CARDS, Family.PAGE);
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final String CHARSET = "charset=";
    private static final String BEARER = "bearer ";
    private static final String TOKEN = "access_token";

    private final AddressList proxies;
    private final Supplier<String> ids;

    RequestReader(AddressList proxies, Supplier<String> ids) {
        this.proxies = proxies;
        this.ids = ids;
    }

    Supplier<String> ids() {
        return ids;
    }

    /** What is not the body. */
    Call.Origin origin(Context context) {
        String given = context.header("X-Request-ID");
        String id = given != null && REQUEST_ID.matcher(given).matches() ? given : ids.get();
        String forwarded = String.join(",", Collections.list(context.req().getHeaders("X-Forwarded-For")));
        return new Call.Origin(id, ClientAddress.of(context.req().getRemoteAddr(), forwarded, proxies), path(context));
    }

    private static String path(Context context) {
        return String.valueOf(context.req().getRequestURI());
    }

    /** The whole request. */
    Incoming read(Context context, Family family, Call.Origin origin) throws IOException {
        String method = context.req().getMethod();
        Map<String, String> headers = headers(context);
        String query = Optional.ofNullable(context.queryString()).orElse("");
        SentFields sent = new SentFields();
        boolean inQuery = family == Family.WRAPPER || method.equals("GET") || method.equals("DELETE");
        if (inQuery) {
            sent.form(query);
        }
        RequestBody body = RequestBody.read(context);
        Optional<Refusal> unreadable = body.unreadable().or(() -> twoKeys(context));
        if (unreadable.isEmpty() && !body.text().isBlank()) {
            unreadable = parsed(context, family, body.text(), sent);
        }
        Fields fields = sent.with(context.pathParamMap());
        return new Incoming(
                method, origin, headers, body.text(), query, fields, tokens(context, family, fields), unreadable);
    }

    private static Optional<Refusal> twoKeys(Context context) {
        return Set.copyOf(Collections.list(context.req().getHeaders("Idempotency-Key")))
                                .size()
                        > 1
                ? Optional.of(Refusal.invalid("Idempotency-Key", "stands more than once"))
                : Optional.empty();
    }

    private static Optional<Refusal> parsed(Context context, Family family, String body, SentFields sent) {
        String[] type = Optional.ofNullable(context.req().getContentType())
                .orElse("application/json")
                .toLowerCase(Locale.ROOT)
                .split(";", -1);
        for (int parameter = 1; parameter < type.length; parameter++) {
            String given = type[parameter].strip().replace("\"", "");
            if (given.startsWith(CHARSET) && !given.equals(CHARSET + "utf-8")) {
                return Optional.of(Refusal.of(RefusalCode.UNSUPPORTED_MEDIA_TYPE, "bodies are read as UTF-8 alone"));
            }
        }
        String bare = type[0].strip();
        if (bare.equals("application/json") || bare.endsWith("+json")) {
            sent.json(body);
        } else if (bare.equals("application/x-www-form-urlencoded") && FORMS.contains(family)) {
            sent.form(body.strip());
        } else if (family != Family.CALLBACK) {
            return Optional.of(Refusal.of(
                    RefusalCode.UNSUPPORTED_MEDIA_TYPE,
                    FORMS.contains(family)
                            ? "send application/json or application/x-www-form-urlencoded"
                            : "send application/json"));
        }
        return Optional.empty();
    }

    private static Map<String, String> headers(Context context) {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String name : Collections.list(context.req().getHeaderNames())) {
            headers.putIfAbsent(name.toLowerCase(Locale.ROOT), String.valueOf(context.header(name)));
        }
        return headers;
    }

    private static List<String> tokens(Context context, Family family, Fields fields) {
        Set<String> tokens = new LinkedHashSet<>();
        for (String header : Collections.list(context.req().getHeaders("Authorization"))) {
            if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
                tokens.add(header.substring(BEARER.length()).strip());
            }
        }
        if (family == Family.WRAPPER) {
            fields.find(TOKEN).map(field -> field.text().strip()).ifPresent(tokens::add);
        }
        return List.copyOf(tokens);
    }
}
