package kz.paysandbox.emulator.kaspi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import kz.paysandbox.emulator.input.InputNode;
import kz.paysandbox.emulator.input.MerchantSwitches;
import kz.paysandbox.emulator.input.Mistake;
import kz.paysandbox.emulator.input.Mistakes;
import kz.paysandbox.emulator.input.SwitchShape;
import org.junit.jupiter.api.Test;

class KaspiSwitchesTest {

    private static final MerchantSwitches SHAPES = KaspiSwitches.SHAPES;

    private final Mistakes mistakes = new Mistakes();

    @Test
    void switches_are_known_by_what_they_belong_to() {
        assertThat(SHAPES.device().table().keys()).containsExactly("active");
        assertThat(SHAPES.tradePoint().table().keys()).containsExactly("active", "qrPayments", "removed");
        assertThat(SHAPES.organization().table().keys())
                .containsExactly("active", "paymentMethods", "behaviorOptions", "allowedAddresses", "partialRefunds");
        assertThat(SHAPES.all().keys())
                .containsExactly(
                        "active",
                        "qrPayments",
                        "removed",
                        "paymentMethods",
                        "behaviorOptions",
                        "allowedAddresses",
                        "partialRefunds");
    }

    @Test
    void waits_are_bounded_and_methods_are_known_ones() {
        change(SHAPES.organization(), Map.of("behaviorOptions", Map.of("statusPollingInterval", 86_401)));
        change(SHAPES.organization(), Map.of("paymentMethods", List.of("Gold", "Bonus")));
        assertThat(mistakes.all())
                .extracting(Mistake::message)
                .satisfiesExactly(
                        words -> assertThat(words).contains("statusPollingInterval"),
                        words -> assertThat(words).contains("unknown method Bonus"));
    }

    @Test
    void a_flag_is_no_text_and_no_null() {
        change(SHAPES.device(), Map.of("active", "false"));
        assertThat(mistakes.count()).isEqualTo(1);
    }

    private void change(SwitchShape shape, Map<String, Object> switches) {
        assertThat(shape.change(InputNode.of(switches), mistakes)).isEmpty();
    }
}
