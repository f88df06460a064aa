package kz.paysandbox.adapters.merchant.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import kz.paysandbox.adapters.epay.callback.CallbackStore.Seen;
import kz.paysandbox.adapters.merchant.TestSource;
import kz.paysandbox.adapters.merchant.store.Database;
import kz.paysandbox.adapters.merchant.store.StoreFailed;
import kz.paysandbox.adapters.transport.TestSurroundings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JdbcCallbackStoreTest {
    @ParameterizedTest
    @EnumSource
    void a_stage_is_acted_on_once_and_the_highest_one_stays(TestSource kind) {
        JdbcCallbackStore store = store(kind.open());
        assertThat(store.once("a", 2, JdbcCallbackStoreTest::nothing)).isEqualTo(Seen.FIRST);
        assertThat(store.once("a", 2, JdbcCallbackStoreTest::never)).isEqualTo(Seen.DUPLICATE);
        assertThat(store.once("a", 3, JdbcCallbackStoreTest::nothing)).isEqualTo(Seen.FIRST);
        assertThat(store.once("a", 2, JdbcCallbackStoreTest::never)).isEqualTo(Seen.OUTDATED);
        assertThat(store.once("b", 0, JdbcCallbackStoreTest::nothing)).isEqualTo(Seen.FIRST);
    }

    @ParameterizedTest
    @EnumSource
    void what_the_shop_could_not_do_is_not_remembered(TestSource kind) {
        JdbcCallbackStore store = store(kind.open());
        assertThatThrownBy(() -> store.once("a", 3, JdbcCallbackStoreTest::never))
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> store.onceWith("a", 3, connection -> {
                    throw new SQLException("no", "23502");
                }))
                .isInstanceOf(StoreFailed.class);
        assertThat(store.once("a", 3, JdbcCallbackStoreTest::nothing)).isEqualTo(Seen.FIRST);
    }

    @ParameterizedTest
    @EnumSource
    void inside_the_shops_own_transaction_it_is_remembered_when_the_shop_commits(TestSource kind) throws Exception {
        DataSource source = kind.open();
        JdbcCallbackStore store = store(source);
        try (Connection shop = source.getConnection()) {
            shop.setAutoCommit(false);
            assertThat(store.within(shop).once("a", 3, JdbcCallbackStoreTest::nothing))
                    .isEqualTo(Seen.FIRST);
            assertThat(store.within(shop).once("a", 3, JdbcCallbackStoreTest::nothing))
                    .isEqualTo(Seen.DUPLICATE);
            shop.rollback();
            assertThat(store.within(shop).once("a", 3, JdbcCallbackStoreTest::nothing))
                    .isEqualTo(Seen.FIRST);
            shop.commit();
        }
        assertThat(store.once("a", 3, JdbcCallbackStoreTest::never)).isEqualTo(Seen.DUPLICATE);
    }

    @ParameterizedTest
    @EnumSource(names = {"H2_POOLED", "POSTGRES_POOLED"})
    void of_sixteen_callers_at_once_one_acts(TestSource kind) throws Exception {
        JdbcCallbackStore store = store(kind.open());
        AtomicInteger acted = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Future<Seen>> all = IntStream.range(0, 16)
                    .mapToObj(i -> threads.submit((Callable<Seen>) () -> store.once("a", 3, acted::incrementAndGet)))
                    .toList();
            int firsts = 0;
            for (Future<Seen> one : all) {
                firsts += one.get() == Seen.FIRST ? 1 : 0;
            }
            assertThat(firsts).isEqualTo(1);
            assertThat(acted).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void nothing() {
        // the shop has nothing to do
    }

    private static void never() {
        throw new AssertionError("acted on");
    }

    private static JdbcCallbackStore store(DataSource source) {
        return JdbcCallbackStore.of(Database.of(source), TestSurroundings.create());
    }
}
