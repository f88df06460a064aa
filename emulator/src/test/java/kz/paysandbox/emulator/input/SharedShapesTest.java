package kz.paysandbox.emulator.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.paysandbox.emulator.core.CustomerChange;
import kz.paysandbox.emulator.core.CustomerMode;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.core.desk.CallbackChange;
import kz.paysandbox.emulator.core.desk.Conflict;
import kz.paysandbox.emulator.core.desk.MerchantChange;
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
    void a_policy_changes_in_what_is_named() {
        Values read = PolicyShape.table()
                .values(Map.of("duplicates", 2, "order", "reversed", "retries", List.of("PT1M")), mistakes);
        assertThat(PolicyShape.change(read))
                .isEqualTo(new CallbackChange(
                        Optional.empty(),
                        Optional.of(2),
                        Optional.of(CallbackChange.Order.REVERSED),
                        Optional.empty(),
                        Optional.of(List.of(Duration.ofMinutes(1)))));
        assertThat(PolicyShape.change(new Values(Map.of())).retries()).isEmpty();
    }

    @Test
    void switches_are_read_as_the_change_that_they_make() {
        List<Values> seen = new ArrayList<>();
        SwitchShape shape = new SwitchShape(new Table().optional("active", Scalar.flag(), "On or off"), values -> {
            seen.add(values);
            return (world, id) -> Outcome.refused(Conflict.unknown(id));
        });
        assertThat(shape.change(InputNode.of(Map.of("active", "no")), mistakes)).isEmpty();
        assertThat(mistakes.count()).isEqualTo(1);
        assertThat(shape.read(InputNode.of(Map.of("actve", true)), mistakes)).isEqualTo(Map.of());
        assertThat(seen).isEmpty();
        assertThat(shape.read(InputNode.of(Map.of("active", true)), mistakes)).isInstanceOf(MerchantChange.class);
        assertThat(seen).singleElement().isEqualTo(new Values(Map.of("active", true)));
        assertThat(shape.schema()).containsKey("properties");
    }

    @Test
    void all_switches_together_take_no_null() {
        SwitchShape active = shape("active");
        Table all = new MerchantSwitches(shape("methods"), shape("qr"), active).all();
        assertThat(all.keys()).containsExactly("active", "qr", "methods");
        Map<String, Object> none = new HashMap<>();
        none.put("qr", null);
        all.values(none, mistakes);
        assertThat(mistakes.count()).isEqualTo(1);
    }

    private static SwitchShape shape(String key) {
        return new SwitchShape(
                new Table().optional(key, Scalar.flag(), "A switch"),
                values -> (world, id) -> Outcome.refused(Conflict.unknown(id)));
    }
}
