package kz.paysandbox.emulator.kaspi.domain.codes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kz.paysandbox.emulator.kaspi.domain.Document;
import kz.paysandbox.emulator.kaspi.domain.PaymentStatus;
import org.junit.jupiter.api.Test;

class KaspiCodeTest {

    /** Listed by endpoints of 4.6 and explained nowhere, and our own. */
    private static final Set<Long> WITHOUT_EXPLANATION =
            Set.of(-1401L, -1404L, 99_000_010L, 990_000_029L, 990_000_031L, 990_000_032L, -400L);

    @Test
    void every_code_of_annex_3_has_its_words_and_no_other_code_is_explained() {
        Map<Long, String> annex = Document.table("annex-3-v3.9.txt").stream()
                .collect(Collectors.toMap(row -> Long.valueOf(row.get(0)), row -> row.get(1)));
        annex.put(0L, "OK");
        Map<Long, String> catalogue = Arrays.stream(KaspiCode.values())
                .filter(code -> !WITHOUT_EXPLANATION.contains(code.code()))
                .collect(Collectors.toMap(KaspiCode::code, KaspiCode::message));
        assertThat(new TreeMap<>(catalogue)).isEqualTo(new TreeMap<>(annex));
    }

    @Test
    void every_code_that_an_endpoint_lists_is_in_the_catalogue_and_all_others_are_ours() {
        Set<Long> listed = Document.table("endpoints-v3.9.txt").stream()
                .flatMap(row -> Arrays.stream(row.get(3).split(" ", -1)))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<Long> catalogue = codes();
        assertThat(catalogue).containsAll(listed);
        catalogue.removeAll(listed);
        assertThat(catalogue).containsExactly(-400L);
    }

    @Test
    void no_two_codes_have_one_number_and_none_is_without_words() {
        assertThat(codes()).hasSize(KaspiCode.values().length);
        assertThat(KaspiCode.values())
                .allSatisfy(code -> assertThat(code.message()).isNotBlank());
    }

    @Test
    void codes_that_no_state_can_mean_have_no_reason() {
        Set<KaspiCode> meant = Arrays.stream(Reason.values()).map(Reason::code).collect(Collectors.toSet());
        assertThat(KaspiCode.values())
                .filteredOn(code -> !meant.contains(code))
                .containsExactly(KaspiCode.SUCCESS, KaspiCode.RETURN_FAILED, KaspiCode.REMOTE_UNEXPLAINED);
    }

    @Test
    void an_assumed_reason_has_a_setting_of_its_own_and_every_reason_has_words_of_ascii() {
        List<Reason> assumed =
                Arrays.stream(Reason.values()).filter(Reason::isAssumed).toList();
        assertThat(assumed)
                .extracting(Reason::setting)
                .doesNotHaveDuplicates()
                .allSatisfy(key -> assertThat(key).matches("kaspi\\.code\\.[a-z-]+"));
        assertThat(assumed).contains(Reason.RETURN_UNFIT, Reason.WRONG_STATE);
        assertThat(Reason.values())
                .filteredOn(reason -> !reason.isAssumed())
                .contains(Reason.DEVICE_UNKNOWN, Reason.STATUS_UNFIT)
                .doesNotContainAnyElementsOf(assumed);
        assertThat(Reason.values())
                .allSatisfy(reason -> assertThat(reason.about()).matches("[ -~]{10,}"));
    }

    @Test
    void statuses_are_written_and_final_as_in_annex_4_and_as_seen_for_invoices() {
        assertThat(PaymentStatus.values())
                .extracting(status -> status.wire() + " " + status.isFinal())
                .containsExactly(
                        "QrTokenCreated false",
                        "Wait false",
                        "Processed true",
                        "Error true",
                        "RemotePaymentCreated false",
                        "RemotePaymentCanceled true");
    }

    private static Set<Long> codes() {
        return Arrays.stream(KaspiCode.values()).map(KaspiCode::code).collect(Collectors.toCollection(TreeSet::new));
    }
}
