package kz.paysandbox.emulator.core.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatchTest {

    private static final String PHONE = "87010000001";

    private static final CallAttributes CALL = new CallAttributes(
            "r3 payment return",
            Optional.of("180340021791"),
            Optional.of("device"),
            Optional.of(new BigDecimal("200.00")),
            Optional.of(PHONE),
            "77",
            name -> name.equalsIgnoreCase("x-shop") ? Optional.of("first") : Optional.empty());

    @ParameterizedTest
    @CsvSource({
        "r3 payment return, true",
        "r3 *, true",
        "* return, true",
        "*, true",
        "r3 * return, true",
        "r*t*n, true",
        "r3 payment return*, true",
        "r3 payment, false",
        "r2 *, false",
        "* create, false",
        "r3 *x* return, false",
        "r3 payment return* return, false",
        "r3 payment retur, false"
    })
    void an_endpoint_is_named_or_matched_by_a_pattern(String pattern, boolean fits) {
        assertThat(endpoint(pattern).fits(CALL)).isEqualTo(fits);
    }

    @Test
    void all_that_is_given_must_hold() {
        assertThat(by("180340021791", "device", "200", PHONE, Map.of("X-Shop", "first"))
                        .fits(CALL))
                .isTrue();
        assertThat(by("990340000013", "device", "200", PHONE, Map.of()).fits(CALL))
                .isFalse();
        assertThat(by("180340021791", "other", "200", PHONE, Map.of()).fits(CALL))
                .isFalse();
        assertThat(by("180340021791", "device", "200.01", PHONE, Map.of()).fits(CALL))
                .isFalse();
        assertThat(by("180340021791", "device", "200", "87010000002", Map.of()).fits(CALL))
                .isFalse();
        assertThat(by("180340021791", "device", "200", PHONE, Map.of("X-Shop", "second"))
                        .fits(CALL))
                .isFalse();
    }

    @Test
    void what_a_call_lacks_it_does_not_match() {
        CallAttributes bare = CallAttributes.of("r1 health ping", name -> Optional.empty());
        assertThat(Match.ANY.fits(bare)).isTrue();
        assertThat(by("180340021791", "device", "200", PHONE, Map.of()).fits(bare))
                .isFalse();
        assertThat(amount("200").fits(bare)).isFalse();
    }

    @Test
    void a_handshake_is_known_by_its_listener_and_certificate_alone() {
        assertThat(endpoint("kaspi-r2").fitsHandshake("kaspi-r2", Optional.empty()))
                .isTrue();
        assertThat(endpoint("r2 *").fitsHandshake("kaspi-r2", Optional.empty())).isTrue();
        assertThat(endpoint("kaspi-r3").fitsHandshake("kaspi-r2", Optional.empty()))
                .isFalse();
        assertThat(certificate("merchant").fitsHandshake("kaspi-r2", Optional.of("merchant")))
                .isTrue();
        assertThat(certificate("merchant").fitsHandshake("kaspi-r2", Optional.of("partner")))
                .isFalse();
        assertThat(certificate("merchant").fitsHandshake("kaspi-r2", Optional.empty()))
                .isFalse();
    }

    static Match endpoint(String pattern) {
        return Match.ofEndpoint(pattern);
    }

    private static Match amount(String tenge) {
        return new Match(
                "*",
                Optional.empty(),
                Optional.empty(),
                Optional.of(new BigDecimal(tenge)),
                Optional.empty(),
                Map.of(),
                Optional.empty(),
                Match.Part.ALL);
    }

    private static Match certificate(String name) {
        return Match.ofHandshakes("*", Optional.of(name));
    }

    private static Match by(String bin, String device, String tenge, String phone, Map<String, String> headers) {
        return new Match(
                "*",
                Optional.of(bin),
                Optional.of(device),
                Optional.of(new BigDecimal(tenge)),
                Optional.of(phone),
                headers,
                Optional.empty(),
                Match.Part.ALL);
    }
}
