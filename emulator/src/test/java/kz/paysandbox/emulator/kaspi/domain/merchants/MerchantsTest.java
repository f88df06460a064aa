package kz.paysandbox.emulator.kaspi.domain.merchants;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import kz.paysandbox.emulator.core.AtOnce;
import kz.paysandbox.emulator.core.Outcome;
import kz.paysandbox.emulator.kaspi.domain.Town;
import org.junit.jupiter.api.Test;

class MerchantsTest {

    private final Merchants merchants = new Merchants();

    @Test
    void trade_points_of_an_organisation_come_by_id_without_those_removed() {
        merchants.add(TradePoint.open(12, Town.A, "12"));
        merchants.add(new TradePoint(2, Town.A, "off", false, true, false));
        merchants.add(new TradePoint(3, Town.A, "removed", true, true, true));
        merchants.add(TradePoint.open(101, Town.B, "101"));
        assertThat(merchants.tradePointsOf(List.of(Town.A)))
                .extracting(TradePoint::id)
                .containsExactly(2L, 12L);
        assertThat(merchants.tradePointsOf(List.of(Town.A, Town.B))).hasSize(3);
        assertThat(merchants.tradePointsOf(List.of("000000000000"))).isEmpty();
    }

    @Test
    void a_removed_trade_point_is_found_only_by_who_asks_for_any() {
        merchants.add(new TradePoint(3, Town.A, "removed", true, true, true));
        assertThat(merchants.tradePoint(3)).isEmpty();
        assertThat(merchants.anyTradePoint(3)).isPresent();
        assertThat(merchants.anyTradePoint(4)).isEmpty();
    }

    @Test
    void organisations_come_by_bin_and_the_last_added_of_one_bin_counts() {
        merchants.add(Organization.of(Town.B, "B"));
        merchants.add(Organization.of(Town.A, "old"));
        merchants.add(Organization.of(Town.A, "new"));
        assertThat(merchants.organizations()).extracting(Organization::name).containsExactly("new", "B");
        assertThat(merchants.organization(Town.A)).map(Organization::name).contains("new");
        assertThat(merchants.organization("000000000000")).isEmpty();
    }

    @Test
    void an_organisation_begins_with_the_document_s_methods_and_waiting_times() {
        Organization fresh = Organization.of(Town.A, "A");
        assertThat(fresh.paymentMethods()).containsExactly("Gold", "Red", "Loan");
        assertThat(fresh.options().statusPollingInterval()).isEqualTo(5);
        assertThat(fresh.options().scanWait()).isEqualTo(Duration.ofMinutes(3));
        assertThat(fresh.options().linkWait()).isEqualTo(Duration.ofMinutes(3));
        assertThat(fresh.options().confirmationWait()).isEqualTo(Duration.ofSeconds(65));
        assertThat(fresh.active()).isTrue();
        assertThat(fresh.partialReturns()).isTrue();
    }

    @Test
    void each_waiting_time_has_its_own_length() {
        BehaviorOptions options = new BehaviorOptions(1, 2, 3, 4);
        assertThat(List.of(options.scanWait(), options.linkWait(), options.confirmationWait()))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void an_organisation_s_lists_cannot_be_changed_from_outside() {
        List<String> methods = new ArrayList<>(List.of("Red"));
        List<String> addresses = new ArrayList<>(List.of("127.0.0.1"));
        Organization organization =
                new Organization(Town.A, "A", true, methods, BehaviorOptions.DOCUMENTED, true, addresses);
        methods.clear();
        addresses.clear();
        assertThat(organization.paymentMethods()).containsExactly("Red");
        assertThat(organization.allowedAddresses()).containsExactly("127.0.0.1");
    }

    @Test
    void of_many_that_add_one_organisation_at_once_one_does() {
        assertThat(AtOnce.call(
                        16,
                        caller -> merchants.addNew(
                                Organization.of(Town.A, "A"), List.of(TradePoint.open(caller, Town.A, "point")), 100)))
                .filteredOn(outcome -> outcome.value().isPresent())
                .hasSize(1);
        assertThat(merchants.tradePointsOf(List.of(Town.A))).hasSize(1);
    }

    @Test
    void a_trade_point_is_added_once_and_never_beyond_the_limit() {
        assertThat(AtOnce.call(
                        16, caller -> merchants.addNew(List.of(TradePoint.open(caller / 2, Town.A, "point")), 5)))
                .filteredOn(outcome -> outcome.value().isPresent())
                .hasSize(5);
        assertThat(merchants.tradePointsOf(List.of(Town.A))).hasSize(5);
    }

    @Test
    void an_organisation_is_added_with_all_its_trade_points_or_not_at_all() {
        merchants.add(TradePoint.open(1, Town.B, "taken"));
        List<TradePoint> points = List.of(TradePoint.open(2, Town.A, "free"), TradePoint.open(1, Town.A, "taken"));

        assertThat(merchants.addNew(Organization.of(Town.A, "A"), points, 100))
                .isEqualTo(Outcome.refused(Merchants.AddRefusal.TRADE_POINT));
        assertThat(merchants.organization(Town.A)).isEmpty();
        assertThat(merchants.anyTradePoint(2)).isEmpty();
    }

    @Test
    void of_many_changes_at_once_none_is_lost() {
        merchants.add(Organization.of(Town.A, ""));
        AtOnce.call(
                16,
                caller -> merchants.changeOrganization(
                        Town.A, present -> Outcome.ok(Organization.of(Town.A, present.name() + "+")), "absent"));
        assertThat(merchants.organization(Town.A)).map(Organization::name).contains("+".repeat(16));
    }
}
