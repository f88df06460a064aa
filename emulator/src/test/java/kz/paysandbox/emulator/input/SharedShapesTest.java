package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;
import org.junit.jupiter.api.Test;

class SharedShapesTest {

    private final Mistakes mistakes = new Mistakes();

    @Test
    void a_customer_changes_in_what_is_named() {
        Values all = CustomerShape.table(false)
                .values(Map.of("mode", "pays", "scanAfter", "PT1S", "confirmAfter", "PT10M"), mistakes);
        assertThat(CustomerShape.change(all))
                .isEqualTo(new CustomerChange(
                        Optional.of(CustomerMode.Habit.PAYS),
                        Optional.of(Duration.ofSeconds(1)),
                        Optional.of(Duration.ofMinutes(10))));
        Values none = CustomerShape.table(false).values(Map.of(), mistakes);
        assertThat(CustomerShape.change(none))
                .isEqualTo(new CustomerChange(Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(mistakes.isEmpty()).isTrue();
    }

    @Test
    void a_customers_mode_and_waits_are_known_ones() {
        CustomerShape.table(true).values(Map.of("scanAfter", "PT11M"), mistakes);
        CustomerShape.table(true).values(Map.of("mode", "pay"), mistakes);
        assertThat(mistakes.all())
                .extracting(Mistake::message)
                .satisfiesExactly(
                        words -> assertThat(words).contains("from PT0S to PT10M"),
                        words -> assertThat(words).contains("mode is missing"),
                        words -> assertThat(words).contains("manual, pays, declines, ignores, did you mean pays?"));
    }

    @Test
    void a_policy_is_bounded() {
        Table policy = PolicyShape.table();
        Values read = policy.values(
                Map.of(
                        "delay",
                        "PT1S",
                        "duplicates",
                        10,
                        "order",
                        "reversed",
                        "beforeResponse",
                        true,
                        "retries",
                        List.of("PT1M")),
                mistakes);
        assertThat(read.list("retries")).hasSize(1);
        assertThat(mistakes.isEmpty()).isTrue();
        policy.values(Map.of("duplicates", 11), mistakes);
        policy.values(Map.of("delay", "P31D"), mistakes);
        assertThat(mistakes.count()).isEqualTo(2);
    }

    @Test
    void switches_are_known_by_what_they_belong_to() {
        assertThat(SwitchShapes.device().keys()).containsExactly("active");
        assertThat(SwitchShapes.tradePoint().keys()).containsExactly("active", "qrPayments", "removed");
        assertThat(SwitchShapes.organization().keys())
                .containsExactly("active", "paymentMethods", "behaviorOptions", "allowedAddresses", "partialRefunds");
        assertThat(SwitchShapes.device().and(SwitchShapes.tradePoint()).keys())
                .containsExactly("active", "qrPayments", "removed");
        SwitchShapes.organization()
                .values(Map.of("behaviorOptions", Map.of("statusPollingInterval", 86_401)), mistakes);
        assertThat(mistakes.all()).singleElement().asString().contains("statusPollingInterval");
    }
}
