package kz.paysandbox.emulator.kaspi.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.memory.WorldMemory;
import org.junit.jupiter.api.Test;

class CustomerPurchasesTest {

    private final Town town = new Town();
    private final CustomerPurchases purchases = new CustomerPurchases(2, WorldMemory.unbounded());

    @Test
    void the_newest_purchase_comes_first() {
        Payment first = add("a1", Town.PHONE);
        Payment second = add("a1", Town.PHONE);
        assertThat(purchases.of(1, Town.PHONE)).containsExactly(second.id(), first.id());
    }

    @Test
    void ten_are_kept_and_the_oldest_go() {
        List<Long> ids = new ArrayList<>();
        for (int bought = 0; bought < 12; bought++) {
            ids.add(0, add("a1", Town.PHONE).id());
        }
        assertThat(purchases.of(1, Town.PHONE)).isEqualTo(ids.subList(0, 10));
    }

    @Test
    void customers_and_trade_points_are_kept_apart() {
        Payment here = add("a1", Town.PHONE);
        Payment there = add("a2", Town.PHONE);
        assertThat(purchases.of(1, Town.PHONE)).containsExactly(here.id());
        assertThat(purchases.of(2, Town.PHONE)).containsExactly(there.id());
        assertThat(purchases.of(1, "87010000002")).isEmpty();
    }

    @Test
    void the_customer_who_was_silent_longest_is_forgotten_first() {
        add("a1", Town.PHONE);
        add("a1", "87010000002");
        purchases.of(1, Town.PHONE);
        add("a1", "87010000003");
        assertThat(purchases.of(1, Town.PHONE)).hasSize(1);
        assertThat(purchases.of(1, "87010000002")).isEmpty();
        assertThat(purchases.of(1, "87010000003")).hasSize(1);
    }

    private Payment add(String token, String phone) {
        Payment paid = town.paid(token, "1", phone);
        purchases.add(paid);
        return paid;
    }
}
