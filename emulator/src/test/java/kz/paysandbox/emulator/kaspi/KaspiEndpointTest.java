package kz.paysandbox.emulator.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.http.Method;
import kz.paysandbox.emulator.kaspi.domain.Scheme;
import kz.paysandbox.emulator.kaspi.rules.Operation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KaspiEndpointTest {

    @ParameterizedTest
    @CsvSource({
        "R1, /r1/v01/partner/tradepoints, r1 partner tradepoints",
        "R1, /r1/v01/device/register, r1 device register",
        "R1, /r1/v01/qr/create, r1 qr create",
        "R1, /r1/v01/qr/create-link, r1 qr create-link",
        "R1, /r1/v01/payment/status/{QrPaymentId}, r1 payment status",
        "R1, /r1/v02/payment/status/{QrPaymentId}, r1 payment status v02",
        "R2, /r2/v01/return/operations, r2 return operations",
        "R3, /r3/v01/partner/tradepoints/{organizationBin}, r3 partner tradepoints",
        "R3, /r3/v01/remote/client-info, r3 remote client-info",
        "R1, /r1/v01/test/payment/scan, r1 test payment scan",
        "R1, /r1/v01/health/ping, r1 health ping"
    })
    void a_row_is_called_by_its_scheme_and_the_fixed_segments_of_its_path(Scheme scheme, String path, String id) {
        assertThat(row(scheme, path).id()).isEqualTo(id);
        assertThat(KaspiEndpoints.TABLE).extracting(KaspiEndpoint::id).contains(id);
    }

    @Test
    void a_listener_is_called_by_its_scheme() {
        assertThat(Scheme.values()).extracting(Scheme::listener).containsExactly("kaspi-r1", "kaspi-r2", "kaspi-r3");
    }

    private static KaspiEndpoint row(Scheme scheme, String path) {
        return new KaspiEndpoint(
                scheme,
                "",
                Method.GET,
                path,
                KaspiEndpoint.Bin.NONE,
                Operation.OTHER,
                call -> Outcome.ok(Optional.empty()),
                List.of(0L));
    }
}
