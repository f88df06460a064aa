package kz.paysandbox.emulator.epay.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.paysandbox.emulator.blackbox.support.OpenApi;
import kz.paysandbox.emulator.core.settings.Setting;
import kz.paysandbox.emulator.epay.EpayEndpoint;
import kz.paysandbox.emulator.epay.EpayEndpoints;
import kz.paysandbox.emulator.epay.call.EpaySettings;
import kz.paysandbox.emulator.epay.call.TokenRequirement;
import kz.paysandbox.emulator.epay.wire.RequestNames;
import org.junit.jupiter.api.Test;

/** The OpenAPI document of the bank has its rows, the names of their requests, and the evidence of every setting. */
class EpayOpenApiTest {

    private static final Path SOURCES = Path.of("src/main/java/kz/paysandbox/emulator/epay");
    private static final Pattern READ = Pattern.compile("[.](?:text|flag|find)\\(\"(\\w+)\"\\)");
    private static final Pattern IN_ADDRESS = Pattern.compile("(?:call[.]query|query\\(\\)[.]get)\\(\"(\\w+)\"\\)");
    private static final Pattern NAMED = Pattern.compile("\\((epay[.][a-z0-9.-]+)\\)");

    private final OpenApi api = new OpenApi("epay/openapi.yaml");

    @Test
    void it_has_every_row_of_the_table_and_nothing_else() {
        assertThat(api.operations())
                .isEqualTo(EpayEndpoints.TABLE.stream()
                        .map(EpayOpenApiTest::operation)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void rows_say_whether_they_need_a_token_and_whether_they_are_left_out() {
        for (EpayEndpoint row : EpayEndpoints.TABLE) {
            JsonNode described = described(row);
            assertThat(described.path("security").size())
                    .as(row.id())
                    .isEqualTo(row.requirement() == TokenRequirement.OPEN ? 0 : 1);
            assertThat(described.path("security").isArray()).as(row.id()).isTrue();
            assertThat(described.path("responses").has("501")).as(row.id()).isNotEqualTo(row.isEmulated());
        }
    }

    @Test
    void requests_have_the_names_of_the_bank_s_pages() {
        for (EpayEndpoint row : EpayEndpoints.TABLE) {
            RequestNames.of(row.id()).ifPresent(names -> assertNames(row, names));
        }
        assertNames(row("/oauth2/token"), RequestNames.TOKEN_REQUEST);
        assertThat(names(api.tree().at("/components/schemas/PaymentObject")))
                .containsExactlyInAnyOrderElementsOf(
                        RequestNames.PAYMENT_OBJECT.body().listed());
        for (String opens : List.of("/payform", "/redesign-payform")) {
            assertThat(query(row(opens)))
                    .containsExactlyInAnyOrderElementsOf(
                            RequestNames.PAYMENT_OBJECT.query().listed());
        }
    }

    /** The names of pages stand in their handlers alone; PaReq is sent by the SDK, and its content in the address. */
    @Test
    void requests_of_pages_have_the_names_that_their_handlers_read() throws IOException {
        String pages = source("page/CheckoutHandlers.java")
                + source("page/ThreeDsHandlers.java")
                + source("page/PageHandlers.java");
        Set<String> bodies = found(READ, pages + source("call/PageStart.java"));
        bodies.add("PaReq");
        Set<String> described = new TreeSet<>();
        Set<String> inAddress = new TreeSet<>();
        ownRows().forEach(row -> {
            described.addAll(body(row));
            inAddress.addAll(row.path().endsWith("payform") ? List.of() : query(row));
        });
        assertThat(described).isEqualTo(bodies);
        assertThat(inAddress).isEqualTo(found(IN_ADDRESS, pages + source("call/Access.java")));
    }

    @Test
    void every_setting_is_named_with_its_evidence_and_nothing_else_is() {
        Set<String> texts = new TreeSet<>();
        texts(api.tree(), texts);
        String all = String.join("\n", texts);
        for (Setting setting : EpaySettings.all()) {
            String mark = setting.evidence().name().toLowerCase(Locale.ROOT) + " (" + setting.key() + ")";
            boolean code = setting.key().startsWith("epay.code.");
            assertThat(all).contains(code ? setting.fallback() + " " + mark : mark);
        }
        assertThat(found(NAMED, all))
                .isEqualTo(
                        EpaySettings.all().stream().map(Setting::key).collect(Collectors.toCollection(TreeSet::new)));
    }

    private void assertNames(EpayEndpoint row, RequestNames names) {
        assertThat(body(row))
                .as(row.id())
                .containsExactlyInAnyOrderElementsOf(names.body().listed());
        assertThat(query(row))
                .as(row.id())
                .containsExactlyInAnyOrderElementsOf(names.query().listed());
    }

    /** Those whose names are not listed beside those of the bank's pages. */
    private static Stream<EpayEndpoint> ownRows() {
        return EpayEndpoints.TABLE.stream()
                .filter(row -> RequestNames.of(row.id()).isEmpty())
                .filter(row -> !row.path().equals("/oauth2/token"));
    }

    private static EpayEndpoint row(String path) {
        return EpayEndpoints.TABLE.stream()
                .filter(row -> row.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private static String operation(EpayEndpoint row) {
        return row.method() + " " + row.path();
    }

    private JsonNode described(EpayEndpoint row) {
        return api.tree()
                .path("paths")
                .path(row.path())
                .path(row.method().name().toLowerCase(Locale.ROOT));
    }

    /** Every type of body has the same names. */
    private List<String> body(EpayEndpoint row) {
        List<List<String>> all = described(row).path("requestBody").path("content").properties().stream()
                .map(type -> names(api.tree()
                        .at(type.getValue().path("schema").path("$ref").asText().substring(1))))
                .distinct()
                .toList();
        assertThat(all).as(row.id()).hasSizeLessThan(2);
        return all.isEmpty() ? List.of() : all.get(0);
    }

    private List<String> query(EpayEndpoint row) {
        String names = api.queryParameters(operation(row));
        return names.isEmpty() ? List.of() : List.of(names.split(", ", -1));
    }

    private static List<String> names(JsonNode schema) {
        return schema.path("properties").properties().stream()
                .flatMap(property -> Stream.concat(
                        Stream.of(property.getKey()),
                        names(property.getValue()).stream().map(name -> property.getKey() + "." + name)))
                .toList();
    }

    private static void texts(JsonNode node, Set<String> all) {
        if (node.isTextual()) {
            all.add(node.asText());
        }
        node.forEach(child -> texts(child, all));
    }

    private static String source(String file) throws IOException {
        return Files.readString(SOURCES.resolve(file));
    }

    private static Set<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(one -> one.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
