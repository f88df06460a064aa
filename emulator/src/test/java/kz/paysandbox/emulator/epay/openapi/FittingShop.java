package kz.paysandbox.emulator.epay.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.OpenApi;
import kz.paysandbox.emulator.epay.EpaySandbox;
import kz.paysandbox.emulator.epay.EpaySandbox.Answer;
import kz.paysandbox.emulator.epay.Merchant;
import kz.paysandbox.emulator.epay.payform.BankScript;

/** A shop whose calls, their answers and the callbacks to it are held against the OpenAPI document. */
final class FittingShop {

    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final EpaySandbox sandbox;
    private final Merchant merchant;
    private final OpenApi api;
    private final List<String> unfit;
    private final JsonNode access;

    FittingShop(EpaySandbox sandbox, Merchant merchant) {
        this(sandbox, merchant, new OpenApi("epay/openapi.yaml"), new ArrayList<>(), 0);
    }

    private FittingShop(EpaySandbox sandbox, Merchant merchant, OpenApi api, List<String> unfit, int shop) {
        this.sandbox = sandbox;
        this.merchant = merchant;
        this.api = api;
        this.unfit = unfit;
        this.access = sandbox.get(sandbox.control("/world"), "none")
                .json()
                .path("epay")
                .path("shops")
                .path(shop);
    }

    /** The one whose payments are blocked first. */
    FittingShop ofTwoSteps() {
        return new FittingShop(sandbox, merchant, api, unfit, 1);
    }

    List<String> unfit() {
        return unfit;
    }

    /** Rows of which a good answer was seen. */
    Set<String> answered() {
        return api.answered();
    }

    Answer get(String path, String token) {
        return sent("GET", path, token, JSON, "");
    }

    Answer post(String path, String token) {
        return sent("POST", path, token, JSON, "");
    }

    Answer json(String path, String token, Map<String, ?> body) {
        return sent("POST", path, token, JSON, EpaySandbox.json(body));
    }

    Answer form(String path, String token, Map<String, String> fields) {
        return sent(
                "POST",
                path,
                token,
                FORM,
                fields.entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    Answer sent(String method, String path, String token, String type, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.base() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        Answer answer = sandbox.send(request);
        unfit.addAll(api.faults(method, path, type, body, OpenApi.Answer.of(answer.raw())));
        return answer;
    }

    String token() {
        return tokenOf(Map.of());
    }

    String tokenFor(String invoice) {
        return tokenOf(Map.of("invoiceID", invoice, "amount", "100", "currency", "KZT", "secret_hash", "mark"));
    }

    String tokenOf(Map<String, String> more) {
        Map<String, String> fields = new TreeMap<>(Map.of(
                "grant_type", "client_credentials",
                "scope", EpaySandbox.SCOPE,
                "client_id", access.path("clientId").asText(),
                "client_secret", access.path("clientSecret").asText(),
                "terminal", terminal()));
        fields.putAll(more);
        return form("/oauth2/token", "", fields).text("access_token");
    }

    String card() {
        return sandbox.cryptogram("4405639704015096", "0127", "321", terminal());
    }

    Map<String, Object> order(String invoice, Map<String, ?> more) {
        Map<String, Object> order = new HashMap<>(Map.of(
                "amount", 100,
                "currency", "KZT",
                "name", "AIBEK SANDBOX",
                "invoiceId", invoice,
                "description", "order",
                "postLink", merchant.url("/paid"),
                "failurePostLink", merchant.url("/failed"),
                "backLink", "https://shop.example/ok",
                "failureBackLink", "https://shop.example/sorry"));
        order.putAll(more);
        return order;
    }

    Answer paid(String invoice, Map<String, ?> more) {
        Map<String, Object> order = order(invoice, more);
        order.put("cryptogram", card());
        return json("/payment/cryptopay", tokenFor(invoice), order);
    }

    void declined(String invoice) {
        String poor = sandbox.cryptogram("4405640000004842", "1235", "484", terminal());
        json("/payment/cryptopay", tokenFor(invoice), order(invoice, Map.of("cryptogram", poor)));
    }

    /** What the issuer gives to the customer's browser for the shop. */
    Map<String, String> throughIssuer(String invoice, boolean passes) {
        String asking = sandbox.cryptogram("4405640000003000", "1235", "300", terminal());
        JsonNode secure = json(
                        "/payment/cryptopay", tokenFor(invoice), order(invoice, Map.of("\u0441ryptogram", asking)))
                .json()
                .path("secure3D");
        get("/check-status/payment/transaction/" + invoice, token());
        return atIssuer(
                path(secure.path("action").asText()),
                Map.of(
                        "MD", secure.path("md").asText(),
                        "PaReq", secure.path("paReq").asText(),
                        "TermUrl", "https://shop.example/3ds"),
                passes);
    }

    private Map<String, String> atIssuer(String action, Map<String, String> request, boolean passes) {
        String code = found(form(action, "", request).body(), "shown-code\">(\\d{6})");
        Answer back = form(
                action + "/answer",
                "",
                Map.of(
                        "TermUrl",
                        request.getOrDefault("TermUrl", ""),
                        "code",
                        code,
                        "act",
                        passes ? "confirm" : "cancel"));
        return Map.of(
                "MD", request.getOrDefault("MD", ""), "PaRes", found(back.body(), "name=\"PaRes\" value=\"([^\"]+)\""));
    }

    /** The page that the widget's script opens. */
    String opened(String invoice) {
        Map<String, Object> payment = payment(invoice);
        unfit.addAll(api.faultsOfSchema("PaymentObject", EpaySandbox.json(payment)));
        return location(form("/payform/start", "", Map.of("payment", EpaySandbox.json(payment), "mode", "page")));
    }

    /** The same by the bank's own script. */
    String openedAt(String path, String invoice) {
        return location(get(path + "?oid=" + invoice + "&params=" + BankScript.params(payment(invoice)), ""));
    }

    private Map<String, Object> payment(String invoice) {
        return order(invoice, Map.of("terminal", terminal(), "auth", tokenFor(invoice)));
    }

    /** A card on the page whose issuer asks. */
    void issuerOfPage(String page) {
        String asking = sandbox.cryptogram("4405640000003000", "1235", "300", terminal());
        JsonNode more =
                json(page + "/card", "", Map.of("cryptogram", asking)).json().path("more");
        form(
                page + "/3ds",
                "",
                atIssuer(
                        path(more.path("action").asText()),
                        Map.of(
                                "MD", more.path("MD").asText(),
                                "PaReq", more.path("PaReq").asText(),
                                "TermUrl", more.path("TermUrl").asText()),
                        true));
    }

    /** Holds every callback that has come against the document; how many told of a payment that was not granted. */
    long refusalsTold() {
        int callbacks =
                sandbox.get(sandbox.control("/callbacks"), "none").json().size();
        return Stream.generate(merchant::next)
                .limit(callbacks)
                .filter(told -> {
                    boolean refused = told.path("code").asText().equals("error");
                    unfit.addAll(api.faultsOfWebhook(refused ? "failurePostLink" : "postLink", told.toString()));
                    return refused;
                })
                .count();
    }

    String location(Answer answer) {
        return path(answer.raw().headers().firstValue("Location").orElseThrow());
    }

    private String terminal() {
        return access.path("terminal").asText();
    }

    private static String path(String url) {
        return url.replaceFirst("^https://[^/]+", "");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " in " + text);
        }
        return matcher.group(1);
    }
}
