package kz.paysandbox.emulator.kaspi.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.paysandbox.emulator.core.fields.Deviation;
import kz.paysandbox.emulator.kaspi.KaspiEndpoints;
import org.junit.jupiter.api.Test;

class RequestNamesTest {

    @Test
    void every_row_of_the_bank_has_its_names() {
        assertThat(KaspiEndpoints.TABLE)
                .allSatisfy(row -> assertThat(RequestNames.of(row.scheme().label(), row.id(), false))
                        .isNotNull());
    }

    @Test
    void the_third_scheme_may_name_its_organization_everywhere_and_the_others_nowhere() {
        List<String> bin = List.of("OrganizationBin");
        assertThat(RequestNames.of("r3", "r3 payment details", false).judge(bin, "the query"))
                .isEmpty();
        assertThat(RequestNames.of("r2", "r2 payment details", false).judge(bin, "the query"))
                .extracting(Deviation::kind)
                .containsExactly(Deviation.Kind.UNKNOWN);
    }

    @Test
    void a_return_without_the_customer_names_no_return_code() {
        List<String> code = List.of("QrReturnId");
        assertThat(RequestNames.of("r2", "r2 payment return", false).judge(code, "the body"))
                .isEmpty();
        assertThat(RequestNames.of("r3", "r3 payment return", true).judge(code, "the body"))
                .hasSize(1);
    }
}
