package kz.paysandbox.features.steps;

import io.cucumber.java.ParameterType;
import java.math.BigDecimal;

/** The words that all scenarios share. */
public final class ParameterTypes {

    /** Tenge as a scenario writes them. */
    public record Amount(BigDecimal tenge) {}

    @ParameterType("-?\\d+(?:[.,]\\d+)?")
    public Amount amount(String digits) {
        return new Amount(new BigDecimal(digits.replace(',', '.')));
    }

    @ParameterType("-?\\d+")
    public Long code(String digits) {
        return Long.valueOf(digits);
    }
}
