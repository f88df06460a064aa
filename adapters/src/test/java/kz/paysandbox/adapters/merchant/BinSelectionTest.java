package kz.paysandbox.adapters.merchant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import kz.paysandbox.adapters.kaspi.payment.Bin;
import kz.paysandbox.adapters.kaspi.payment.DeviceToken;
import kz.paysandbox.adapters.merchant.BinSelection.NoSuchBin;
import org.junit.jupiter.api.Test;

class BinSelectionTest {
    private static final Bin FIRST = Bin.of("180340021791");
    private static final Bin SECOND = Bin.of("990340000013");
    private static final Bin FOREIGN = Bin.of("990340000024");

    private final ShopConfig usual = config(1, "books", FIRST, true, true);
    private final ShopConfig other = config(2, "books", SECOND, true, false);
    private final ShopConfig off = config(3, "books", FOREIGN, false, false);
    private final ShopConfig elsewhere = config(4, "toys", FOREIGN, true, true);

    private final BinSelection selection = new BinSelection("books", List.of(off, elsewhere, other, usual));

    @Test
    void the_bin_asked_for_is_taken_when_the_shop_may_use_it() {
        assertThat(selection.forPayment(Optional.of(SECOND))).isEqualTo(other);
        assertThat(selection.forPayment(Optional.of(FIRST))).isEqualTo(usual);
    }

    @Test
    void who_names_no_bin_gets_the_default() {
        assertThat(selection.forPayment(Optional.empty())).isEqualTo(usual);
    }

    @Test
    void a_bin_that_the_shop_may_not_use_is_never_replaced_by_the_default() {
        assertThatThrownBy(() -> selection.forPayment(Optional.of(FOREIGN)))
                .isInstanceOf(NoSuchBin.class)
                .hasMessageContaining("shop books may not take payments for BIN 990340000024")
                .hasMessageContaining("switched off");
        BinSelection off = new BinSelection("books", List.of(usual, config(7, "books", SECOND, false, false)));
        assertThatThrownBy(() -> off.forPayment(Optional.of(SECOND))).isInstanceOf(NoSuchBin.class);
    }

    @Test
    void without_default_there_is_a_clear_error() {
        BinSelection none = new BinSelection("books", List.of(other, elsewhere));
        assertThatThrownBy(() -> none.forPayment(Optional.of(FOREIGN)))
                .isInstanceOf(NoSuchBin.class)
                .hasMessageContaining("shop books")
                .hasMessageContaining("for BIN 990340000024");
        assertThatThrownBy(() -> none.forPayment(Optional.empty())).isInstanceOf(NoSuchBin.class);
        assertThat(none.forPayment(Optional.of(SECOND))).isEqualTo(other);
    }

    @Test
    void a_switched_off_default_is_none() {
        BinSelection none = new BinSelection("books", List.of(config(1, "books", FIRST, false, true)));
        assertThatThrownBy(() -> none.forPayment(Optional.empty())).isInstanceOf(NoSuchBin.class);
    }

    @Test
    void of_two_tills_of_a_bin_the_default_is_taken_then_the_older() {
        ShopConfig older = config(5, "books", SECOND, true, false);
        ShopConfig standard = config(9, "books", SECOND, true, true);
        assertThat(new BinSelection("books", List.of(older, standard)).forPayment(Optional.of(SECOND)))
                .isEqualTo(standard);
        assertThat(new BinSelection("books", List.of(older, other)).forPayment(Optional.of(SECOND)))
                .isEqualTo(other);
    }

    @Test
    void the_named_row_is_taken_and_no_other_instead() {
        ShopConfig twin = config(8, "books", SECOND, true, false);
        BinSelection both = new BinSelection("books", List.of(usual, other, twin, off, elsewhere));
        assertThat(both.exactly(twin)).isEqualTo(twin);
        assertThat(both.exactly(other)).isEqualTo(other);
        assertThat(both.exactly(config(8, "books", SECOND, true, true))).isEqualTo(twin);
        assertThatThrownBy(() -> both.exactly(off))
                .isInstanceOf(NoSuchBin.class)
                .hasMessageContaining("shop books may not take payments at row 3 of payment_config")
                .hasMessageContaining("switched off");
        assertThatThrownBy(() -> both.exactly(elsewhere)).isInstanceOf(NoSuchBin.class);
        assertThatThrownBy(() -> both.exactly(config(8, "books", FIRST, true, false)))
                .isInstanceOf(NoSuchBin.class);
        ShopConfig moved =
                new ShopConfig(8, "books", SECOND, 9, "till", DeviceToken.of("t8"), true, false, "", Optional.empty());
        assertThatThrownBy(() -> both.exactly(moved)).isInstanceOf(NoSuchBin.class);
    }

    private static ShopConfig config(long id, String shop, Bin bin, boolean active, boolean standard) {
        return new ShopConfig(
                id, shop, bin, id, "till", DeviceToken.of("t" + id), active, standard, "", Optional.empty());
    }
}
