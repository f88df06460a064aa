package kz.paysandbox.emulator.core.faults;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;

/**
 * The attributes of one call that can be matched.
 *
 * @param endpoint its row id
 * @param thread what its ordinal is counted by: the device or invoice it concerns
 * @param header finds a header's value
 */
public record CallAttributes(
        String endpoint,
        Optional<String> bin,
        Optional<String> deviceToken,
        Optional<BigDecimal> amount,
        Optional<String> phone,
        String thread,
        Function<String, Optional<String>> header) {

    public static CallAttributes of(String endpoint, Function<String, Optional<String>> header) {
        return new CallAttributes(
                endpoint, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), "", header);
    }
}
