package kz.paysandbox.emulator.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.kaspi.domain.Document;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.domain.codes.KaspiCode;
import org.junit.jupiter.api.Test;

class KaspiEndpointsTest {

    private static final List<KaspiEndpoint> TABLE = KaspiEndpoints.TABLE;

    @Test
    void the_table_is_the_document_s_in_its_order_with_its_codes() {
        List<List<String>> ours = documented().stream()
                .map(row -> List.of(
                        row.section(),
                        row.method().name(),
                        row.path(),
                        row.codes().stream().map(String::valueOf).collect(Collectors.joining(" "))))
                .toList();
        assertThat(ours).hasSize(43).containsExactlyElementsOf(Document.table("endpoints-v3.9.txt"));
    }

    @Test
    void three_more_were_seen_in_production() {
        assertThat(TABLE.subList(43, TABLE.size()))
                .extracting(KaspiEndpoint::path)
                .containsExactly(
                        "/r1/v02/payment/status/{QrPaymentId}",
                        "/r2/v02/payment/status/{QrPaymentId}",
                        "/r3/v02/payment/status/{QrPaymentId}");
        assertThat(TABLE.subList(43, TABLE.size()))
                .extracting(KaspiEndpoint::section)
                .containsOnly("");
    }

    @Test
    void ids_are_unique_and_so_are_methods_with_paths() {
        assertThat(TABLE).hasSize(46);
        assertThat(TABLE).extracting(KaspiEndpoint::id).doesNotHaveDuplicates();
        assertThat(TABLE).extracting(row -> row.method() + " " + row.path()).doesNotHaveDuplicates();
    }

    @Test
    void every_row_is_in_the_scheme_of_its_path() {
        assertThat(TABLE)
                .allSatisfy(row ->
                        assertThat(row.path()).startsWith("/" + row.scheme().label() + "/v0"));
        assertThat(TABLE.stream().filter(row -> row.scheme() == Scheme.R1)).hasSize(12);
        assertThat(TABLE.stream().filter(row -> row.scheme() == Scheme.R2)).hasSize(17);
        assertThat(TABLE.stream().filter(row -> row.scheme() == Scheme.R3)).hasSize(17);
    }

    @Test
    void only_r3_names_its_organisation() {
        assertThat(TABLE.stream().filter(row -> row.bin() != KaspiEndpoint.Bin.NONE))
                .extracting(KaspiEndpoint::id)
                .containsExactly(
                        "r3 partner tradepoints",
                        "r3 device register",
                        "r3 device delete",
                        "r3 qr create",
                        "r3 qr create-link",
                        "r3 payment return",
                        "r3 remote create",
                        "r3 remote cancel");
    }

    @Test
    void what_changes_something_is_posted() {
        assertThat(TABLE.stream().filter(row -> row.method() == Method.GET))
                .extracting(KaspiEndpoint::id)
                .allMatch(id -> id.matches(".*(tradepoints|status.*|details|ping|client-info)"));
    }

    @Test
    void every_listed_code_is_in_the_catalogue() {
        List<Long> known =
                List.of(KaspiCode.values()).stream().map(KaspiCode::code).toList();
        assertThat(TABLE).allSatisfy(row -> assertThat(known).containsAll(row.codes()));
    }

    private static List<KaspiEndpoint> documented() {
        return TABLE.stream().filter(row -> !row.section().isEmpty()).toList();
    }
}
