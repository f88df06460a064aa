package kz.paysandbox.emulator.core.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WatchersTest {

    private final Watchers<String> watchers = new Watchers<>(2);
    private final List<String> heard = new ArrayList<>();

    @Test
    void who_watches_hears_until_they_watch_no_more() {
        Consumer<String> watcher = heard::add;
        watchers.tell("before");
        assertThat(watchers.watch(watcher)).isTrue();
        assertThat(watchers.watch(watcher)).as("it watches already").isFalse();
        watchers.tell("a");
        watchers.unwatch(watcher);
        watchers.tell("after");
        assertThat(heard).containsExactly("a");
        assertThat(watchers.count()).isZero();
    }

    @Test
    void several_hear_in_their_order_and_no_more_than_may() {
        assertThat(watchers.watch(what -> heard.add("1 " + what))).isTrue();
        assertThat(watchers.watch(what -> heard.add("2 " + what))).isTrue();
        assertThat(watchers.watch(what -> heard.add("3 " + what))).isFalse();
        watchers.tell("a");
        assertThat(heard).containsExactly("1 a", "2 a");
        assertThat(watchers.count()).isEqualTo(2);
    }

    @Test
    void another_that_leaves_changes_nothing() {
        watchers.watch(heard::add);
        watchers.unwatch(what -> {});
        watchers.tell("a");
        assertThat(heard).containsExactly("a");
    }
}
